package dev.opensipsmcp.cfg.kamailio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KamailioTest {
  @Test
  void isRecognisedByItsMarks() {
    assertThat(Kamailio.recognises("#!KAMAILIO\n")).isTrue();
    assertThat(Kamailio.recognises("# a file\nrequest_route {\n}\n")).isTrue();
    assertThat(Kamailio.recognises("event_route[tm:local-request] {}")).isTrue();
    assertThat(Kamailio.recognises("#!/usr/sbin/opensips -f\nroute { exit; }\n")).isFalse();
    assertThat(Kamailio.recognises("event_route[E_PIKE_BLOCKED] { exit; }")).isFalse();
  }

  @Test
  void carriesDirectivesOutAndKeepsTheLines() {
    Translation translation =
        Kamailio.translate(
            """
            #!define WITH_NAT
            #!define PORT 5062
            #!substdef "!HOST!192.0.2.1!g"
            #!ifdef WITH_NAT
            listen=udp:HOST:PORT
            #!else
            listen=udp:HOST:5060
            #!endif
            """,
            Version.V3_6);
    assertThat(translation.text())
        .isEqualTo(
            """
            # define WITH_NAT
            # define PORT 5062
            # substdef "!HOST!192.0.2.1!g"
            # ifdef WITH_NAT
            socket=udp:192.0.2.1:5062
            # else
            # listen=udp:HOST:5060
            # endif
            """);
    assertThat(translation.untranslated()).isEmpty();
  }

  @Test
  void takesNamesThatAreDefinedOutside() {
    String text = "#!ifdef WITH_TCP\nlisten=tcp:192.0.2.1:5060\n#!endif\n";
    assertThat(Kamailio.translate(text, Set.of("WITH_TCP"), Version.V3_6).text())
        .contains("\nsocket=tcp");
    assertThat(Kamailio.translate(text, Version.V3_6).text()).contains("\n# listen=tcp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "if (method==\"INVITE\") exit;|if ($rm==\"INVITE\") exit;",
        "if (uri!=myself) exit;|if (!is_myself(\"$rd\")) exit;",
        "if ($var(x)==$null) exit;|if ($var(x)==NULL) exit;",
        "sl_reply(\"404\", \"Gone\");|sl_send_reply(404, \"Gone\");",
        "xinfo(\"$Ri\");|xlog(\"L_INFO\", \"$socket_in(ip)\");",
        "setflag(FLT_ACC);|setflag(\"FLT_ACC\");",
        "append_branch();|append_branch_old();",
        "$dlg_var(x) = 1;|$dlg_val(x) = 1;"
      })
  void writesStatementsOpenSipsWay(String before, String after) {
    String text = Kamailio.translate("request_route {\n" + before + "\n}\n", Version.V4_0).text();
    assertThat(text).isEqualTo("route {\n" + after + "\n}\n");
  }

  @Test
  void countsTimersInSecondsAndLevelsFromOneMore() {
    assertThat(
            Kamailio.translate(
                    "debug=2\nloadmodule \"tm.so\"\nmodparam(\"tm\", \"fr_inv_timer\", 120500)\n",
                    Version.V3_6)
                .text())
        .contains("log_level=3", "modparam(\"tm\", \"fr_inv_timeout\", 121)");
  }

  @Test
  void losesNothingOfWhatHasNoCounterpart() {
    Translation translation =
        Kamailio.translate(
            """
            loadmodule "htable.so"
            modparam("htable", "htable", "a=>size=8;")
            event_route[xhttp:request] {
              exit;
            }
            """,
            Version.V3_6);
    assertThat(translation.text())
        .contains("# loadmodule \"htable.so\"", "# modparam(\"htable\"", "route[xhttp_request]");
    assertThat(translation.untranslated())
        .extracting(one -> one.place().line())
        .containsExactly(1, 2, 3);
    assertThat(translation.untranslated()).allSatisfy(o -> assertThat(o.instead()).endsWith("."));
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void translatesAWholeProxy(Version version) {
    Translation translation = Kamailio.translate(sample(), version);
    assertThat(Parser.parse(translation.text()).faults()).isEmpty();
    assertThat(translation.untranslated())
        .extracting(Untranslated::line)
        .allMatch(line -> line.contains("htable") || line.contains("$sht"));
    Program program = Program.of("opensips.cfg", translation.text());
    assertThat(new Checker(Facts.of(version)).check(program))
        .filteredOn(finding -> finding.severity() == Severity.FATAL)
        .extracting(finding -> program.origins().line(finding.span().start()))
        .allMatch(line -> line.contains("$sht"));
  }

  @Property(tries = 200)
  void takesAnyText(@ForAll String text) {
    assertThat(Kamailio.translate(text, Version.V4_0).text()).isNotNull();
  }

  private static String sample() {
    try (InputStream in =
        Objects.requireNonNull(KamailioTest.class.getResourceAsStream("proxy.kamailio"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
