package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Texts that are made to hang or break an audit, and texts that are just broken. */
class HostileTextTest {

  private static LintReport lint(String text) {
    return new Linter().lint(Programs.of(text), LintSettings.of(Version.V3_6));
  }

  @Test
  void blocksInBlocks() {
    String text = "route { " + "if ($var(x) == 1) { ".repeat(10_000) + "}".repeat(10_001);
    assertThatCode(() -> lint(text)).doesNotThrowAnyException();
  }

  @Test
  void longChainsOfOperands() {
    assertThatCode(
            () -> {
              lint("route { if (" + "$var(x) == 1 and ".repeat(20_000) + "1) { t_relay(); } }");
              lint("route { $var(x) = " + "$fU + ".repeat(20_000) + "1; }");
              lint("route { if (" + "!".repeat(20_000) + "$var(x)) { t_relay(); } }");
              lint("route { xlog(\"" + "$(".repeat(50_000) + "\"); }");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void routesThatCallTwoOthersEach() {
    StringBuilder text = new StringBuilder("route { route(A0); }\n");
    for (int i = 0; i < 40; i++) {
      text.append(
          """
          route[A%d] {
            if ($var(x) > 1) { setflag("F%d"); }
            route(A%d); setflag("G%d"); route(A%d);
            if (isflagset("F%d")) { route(A%d); }
          }
          """
              .formatted(i, i, i + 1, i, i + 1, i, i + 1));
    }
    assertThatCode(() -> lint(text + "route[A40] { t_relay(); }")).doesNotThrowAnyException();
  }

  @Test
  void aHundredThousandExceptions() {
    String text = "# lint: off S07 because x\n".repeat(20_000) + "route { exit; }";
    assertThat(lint(text).findings()).isNotEmpty();
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "route",
            "{",
            "}",
            "(",
            ")",
            "if",
            "else",
            "while",
            "switch",
            "case",
            "1",
            ":",
            ";",
            "\"x\"",
            "$var(x)",
            "$rm",
            "==",
            "=~",
            "!",
            "and",
            "exit",
            "return",
            "(-1)",
            "t_relay()",
            "save(\"location\")",
            "route(A)",
            "[A]",
            "modparam(\"tm\",",
            "\"$(\"",
            "async(",
            "t_on_failure(\"A\")",
            "failure_route",
            "# lint: off S07\n",
            "\n",
            "=",
            "is_method(\"INVITE\")",
            "www_authorize(\"\",\"s\")",
            "loadmodule \"tm.so\"",
            "break")
        .list()
        .ofMaxSize(60)
        .map(list -> String.join(" ", list));
  }

  @Property(tries = 500)
  void anyMixtureOfPiecesIsAudited(@ForAll("pieces") String text) {
    LintReport report = lint(text);
    assertThat(report.findings()).allMatch(found -> found.finding().span().end() <= text.length());
    assertThat(lint(text)).isEqualTo(report);
  }

  @Property(tries = 60)
  void aConfigurationThatEndsAnywhereIsAudited(@ForAll @IntRange(min = 0, max = 5000) int end)
      throws IOException {
    try (InputStream in = HostileTextTest.class.getResourceAsStream("clean/residential.cfg")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String cut = text.substring(0, Math.min(end, text.length()));
      assertThatCode(() -> lint(cut)).doesNotThrowAnyException();
    }
  }
}
