package dev.opensipsmcp.cfg.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.source.Dialect.Kind;
import dev.opensipsmcp.cfg.syntax.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

  private static List<Dialect> of(String text) {
    return Dialect.of(Parser.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "changequote([,])dnl\nlog_level=3",
        "define(`PORT', `5060')\nsocket=udp:127.0.0.1:PORT",
        "log_level=3\ninclude(`defs.m4')\n",
        "ifdef(`NAT', `loadmodule \"nathelper.so\"')",
        "log_level=3 dnl as the others"
      })
  void m4(String text) {
    assertThat(of(text)).extracting(Dialect::kind).containsExactly(Kind.M4);
    assertThat(of(text).getFirst().instead()).contains("m4", "-p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log_level={{ level }}",
        "modparam(\"usrloc\", \"db_url\", \"{{ db_url | default('x') }}\")",
        "{% if nat %}\nloadmodule \"nathelper.so\"\n{% endif %}",
        "socket=udp:{{ansible_default_ipv4.address}}:5060",
        "{%- for peer in peers -%}"
      })
  void jinja(String text) {
    assertThat(of(text)).extracting(Dialect::kind).containsExactly(Kind.JINJA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log_level=<%= @level %>",
        "<% if @nat -%>\nloadmodule \"nathelper.so\"\n<% end %>",
        "modparam(\"usrloc\", \"db_url\", \"<%= node['db'] %>\")"
      })
  void erb(String text) {
    assertThat(of(text)).extracting(Dialect::kind).containsExactly(Kind.ERB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket=udp:${HOST}:5060",
        "modparam(\"usrloc\", \"db_url\", \"mysql://${DB_USER:-opensips}@db\")",
        "log_level=${LEVEL}"
      })
  void envsubst(String text) {
    assertThat(of(text)).extracting(Dialect::kind).containsExactly(Kind.ENVSUBST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!KAMAILIO\n",
        "log_level=3\n#!define WITH_NAT\n",
        "#!ifdef WITH_NAT\n#!endif\n",
        "request_route { exit; }",
        "reply_route { exit; }",
        "event_route[dispatcher:dst-down] { exit; }",
        "event_route [tm:local-request] { exit; }",
        "modparamx(\"a\", \"b\", 1)",
        "route { $sht(a=>b) = 1; }",
        "route { if ($(xavp(x=>y){s.len}) > 1) exit; }",
        "loadpath \"/usr/lib\""
      })
  void kamailio(String text) {
    assertThat(of(text)).extracting(Dialect::kind).containsOnly(Kind.KAMAILIO);
    assertThat(of(text)).allMatch(dialect -> !dialect.instead().isEmpty());
  }

  @Test
  void eachWordOfKamailiosIsToldOnceWithWhatToWriteInstead() {
    String text =
        """
        #!KAMAILIO
        #!define A
        #!define B
        request_route { $sht(a=>b) = $sht(c=>d); }
        """;
    assertThat(of(text))
        .extracting(dialect -> dialect.evidence().in(text))
        .containsExactly("#!KAMAILIO", "#!define", "request_route", "$sht(a=>b)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/usr/sbin/opensips -f\nlog_level=3",
        "# rendered from {{ template }} with m4, dnl define(`x') ${HOME} <%= y %>\nlog_level=3",
        "/* request_route { $sht(x) } */\nroute { exit; }",
        "# event_route[dispatcher:dst-down]\nroute { exit; }",
        "route { xlog(\"{\\\"a\\\":{\\\"b\\\":{}}}\"); exit; }",
        "route { $json(x) := '{\"a\": {\"b\": 1}}'; exit; }",
        "route { xlog(\"request_route and dnl define(x)\"); exit; }",
        "route { if ($rU =~ \"^[0-9]+${3}\") exit; }",
        "route { $var(x) = $(ru{s.select,0,{}}) ; exit; }",
        "event_route[E_PIKE_BLOCKED] { exit; }",
        "event_route[E_RTPPROXY_STATUS] { include(); exit; }",
        "route { if ($var(a)<%3) exit; }"
      })
  void plainFilesAreNot(String text) {
    assertThat(of(text)).isEmpty();
  }
}
