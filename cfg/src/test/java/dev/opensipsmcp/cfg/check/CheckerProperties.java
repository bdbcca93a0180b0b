package dev.opensipsmcp.cfg.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text, the check says something sensible about it. */
class CheckerProperties {
  private static final List<String> PIECES =
      List.of(
          "route",
          "route[a]",
          "failure_route[b]",
          "timer_route[t, 5]",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          "=",
          "if",
          "else",
          "while",
          "for",
          "switch",
          "case 1:",
          "default:",
          "break",
          "route(a)",
          "route()",
          "xlog()",
          "async()",
          "launch(1)",
          "setflag()",
          "t_relay(,)",
          "return()",
          "route($var(x))",
          "t_relay()",
          "t_on_failure(\"b\")",
          "async(sleep(1), a)",
          "save(\"location\", \"m\")",
          "setflag(\"F\")",
          "xlog(\"L_ERR\", \"$ru $(fu{s.len}) $\")",
          "loadmodule \"tm.so\"",
          "loadmodule \"registrar.so\"",
          "mpath=\"/m/\"",
          "modparam(\"tm\", \"fr_timeout\", 5)",
          "modparam(\".*\", \"db_url\", \"x\")",
          "modparam(\"(a+)+\", \"x\", \"y\")",
          "socket=udp:127.0.0.1:5060",
          "socket=",
          "log_level=3",
          "$ru",
          "$var(x)",
          "$(avp(x)[0]{s.len})",
          "NULL",
          "1",
          "\"text\"",
          "'",
          "\"",
          "#",
          "\n");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(40).map(it -> String.join(" ", it));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(200));
  }

  @Property(tries = 400)
  void findingsAreSentencesInTheOrderOfTheText(
      @ForAll("texts") String text, @ForAll Version version) {
    Verdict verdict = Programs.checker(version).verdict(Programs.program(text));
    int last = 0;
    for (Finding finding : verdict.findings()) {
      assertThat(finding.span().start()).isGreaterThanOrEqualTo(last);
      assertThat(finding.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(finding.message()).endsWith(".");
      assertThat(finding.reason()).endsWith(".");
      last = finding.span().start();
    }
  }
}
