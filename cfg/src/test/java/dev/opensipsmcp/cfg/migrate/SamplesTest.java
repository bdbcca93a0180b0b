package dev.opensipsmcp.cfg.migrate;

import static dev.opensipsmcp.cfg.migrate.Migrated.migrate;
import static dev.opensipsmcp.cfg.migrate.Migrated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole configurations in the style of their time. */
class SamplesTest {
  private static final List<String> SAMPLES =
      List.of(
          "registrar-2.4.cfg",
          "functions-2.4.cfg",
          "carrier-2.4.cfg",
          "trunk-3.2.cfg",
          "cluster-3.3.cfg",
          "fork-3.5.cfg",
          "edge-3.6.cfg");

  static Stream<Arguments> ways() {
    return SAMPLES.stream()
        .flatMap(sample ->
            Arrays.stream(Version.values())
                .filter(Version::operable)
                .filter(to -> Release.of(to).compareTo(written(sample)) >= 0)
                .map(to -> Arguments.of(sample, to)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void leavesNothingThatTheVersionDoesNotKnow(String sample, Version to) {
    Plan.Migrated migrated = migrate(sample(sample), written(sample), to);
    assertThat(Parser.parse(migrated.text()).faults()).isEmpty();
    assertThat(migrated.decisions()).extracting(Decision::step).doesNotContain("unknown-name");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void isDoneAfterOneGo(String sample, Version to) {
    String once = migrate(sample(sample), written(sample), to).text();
    assertThat(migrate(once, written(sample), to).text()).isEqualTo(once);
    Plan.Migrated again = migrate(once, Release.of(to), to);
    assertThat(again.text()).isEqualTo(once);
    assertThat(again.changes()).isEmpty();
    assertThat(again.decisions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void goesTheSameWayInOneGoOrHopByHop(String sample, Version to) {
    String stepwise = sample(sample);
    Release at = written(sample);
    for (Version next : Version.values()) {
      if (next.operable() && next.compareTo(to) <= 0 && Release.of(next).compareTo(at) >= 0) {
        stepwise = migrate(stepwise, at, next).text();
        at = Release.of(next);
      }
    }
    assertThat(migrate(sample(sample), written(sample), to).text()).isEqualTo(stepwise);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void isTakenByTheVersionItWasMovedTo(String sample, Version to) {
    String text = migrate(sample(sample), written(sample), to).text();
    Program program = Program.of(sample, text);
    assertThat(new Checker(Facts.of(to)).check(program))
        .filteredOn(finding -> finding.severity() == Severity.FATAL)
        .extracting(finding -> finding.span().in(text) + ": " + finding.message())
        .isEmpty();
  }

  private static Release written(String sample) {
    return Release.parse(sample.replaceAll(".*-|\\.cfg", "")).orElseThrow();
  }
}
