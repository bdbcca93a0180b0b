package dev.opensipsmcp.cfg.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static String faults(String text) {
    Program program = Program.of("a.cfg", text);
    return Report.ofFaults(program.tree().faults(), program.origins());
  }

  @Test
  void aFaultIsShownInItsLine() {
    assertThat(faults("route {\n  xlog(\"a\")\n}\n"))
        .isEqualTo(
            """
            a.cfg:2:12: A semicolon is missing here.
                2 |   xlog("a")
                  |            ^
                  = Write ; behind it.
            """);
  }

  @Test
  void whatIsWrongIsUnderlinedAndTabsKeepTheirWidth() {
    assertThat(faults("route {\n\tfoo\t(bar);\n}\n"))
        .isEqualTo(
            """
            a.cfg:2:7: An argument can't be a bare word.
                2 | \tfoo\t(bar);
                  | \t   \t ^~~
                  = Put it into quotes: "bar".
            """);
  }

  @Test
  void severalFaultsHaveALineBetweenThem() {
    assertThat(faults("log_level=3;\nlog_prefix=\"a\";")).containsOnlyOnce("\n\na.cfg:2:15: ");
  }

  @Test
  void ofALongLineOnlyThePartAroundThePlaceIsShown() {
    String report = faults("log_prefix=\"" + "x".repeat(300) + "\"; # " + "y".repeat(300));

    assertThat(report.lines().toList().get(1))
        .isEqualTo("    1 | ..." + "x".repeat(59) + "\"; # " + "y".repeat(56) + "...");
    assertThat(report.lines().toList().get(2)).isEqualTo("      | " + " ".repeat(63) + "^");
  }

  @Test
  void aTerminalIsGivenNothingToObey() {
    assertThat(faults("foo \u001b[31m \u202e bar"))
        .contains("foo ·[31m · bar")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aFindingSaysHowMuchItMattersWhyAndWhatToWrite() {
    Program program = Program.of("a.cfg", "log_level=4\n");
    Finding finding =
        new Finding(
            "R26",
            Severity.LOW,
            new Span(0, 11),
            "The log level is 4.",
            "Each message costs writes.",
            Optional.of("Write log_level=3."));

    assertThat(Report.ofFindings(List.of(finding), program.origins()))
        .isEqualTo(
            """
            a.cfg:1:1: LOW R26: The log level is 4.
                1 | log_level=4
                  | ^~~~~~~~~~~
                  = Each message costs writes.
                  = Write log_level=3.
            """);
  }

  @Property(tries = 300)
  void anyPlaceInAnyTextCanBeShown(
      @ForAll String text,
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(max = 400) int to) {
    int start = Math.min(Math.min(from, to), text.length());
    int end = Math.min(Math.max(from, to), text.length());
    Finding finding =
        new Finding("x", Severity.LOW, new Span(start, end), "m", "r", Optional.empty());
    Program program = Program.of("a", text);

    assertThat(Report.of(finding, program.origins()).lines()).hasSizeGreaterThanOrEqualTo(4);
  }
}
