package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.ScenarioVerdict;
import dev.opensipsmcp.cfg.build.ScenarioVerdict.Outcome;
import dev.opensipsmcp.facts.Version;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** The verdicts of real servers, read from the resources. */
public final class VerdictTable {
  private VerdictTable() {}

  /** {@return every recorded verdict} */
  public static List<ScenarioVerdict> all() {
    return Library.table("verdicts.txt").stream().map(VerdictTable::verdict).toList();
  }

  /** {@return the verdict about the text that the scenario gives today, or nothing} */
  public static Optional<ScenarioVerdict> of(Scenario scenario, Version version) {
    String now = fingerprint(scenario, version);
    return all().stream()
        .filter(verdict -> verdict.scenario().equals(scenario.name()))
        .filter(verdict -> verdict.version() == version && verdict.fingerprint().equals(now))
        .findFirst();
  }

  /** {@return what tells one text of a scenario from another} */
  public static String fingerprint(Scenario scenario, Version version) {
    return switch (CfgBuilder.build(scenario, version, Map.of(), Set.of())) {
      case BuildResult.Built built -> {
        CRC32 sum = new CRC32();
        sum.update(built.text().getBytes(StandardCharsets.UTF_8));
        yield "%08x".formatted(sum.getValue());
      }
      case BuildResult.Refused _ -> "";
    };
  }

  private static ScenarioVerdict verdict(List<String> row) {
    return new ScenarioVerdict(
        row.get(0),
        Version.parse(row.get(1)).orElseThrow(),
        row.get(1),
        outcome(row.get(2)),
        outcome(row.get(3)),
        outcome(row.get(4)),
        outcome(row.get(5)),
        outcome(row.get(6)),
        LocalDate.parse(row.get(7)),
        row.get(8));
  }

  private static Outcome outcome(String word) {
    return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
