package dev.opensipsmcp.cfg.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioCheckTest {
  @Test
  void everyScenarioWithEachFeatureIsTakenByOurOwnCheck() {
    Map<Version, Checker> checkers = new EnumMap<>(Version.class);
    for (Builds.Case build : Builds.all()) {
      Checker checker =
          checkers.computeIfAbsent(build.version(), version -> new Checker(Facts.of(version)));
      Verdict verdict =
          checker.verdict(new Program(Parser.parse(filled(build.built().text())), new OneFile()));

      assertThat(verdict.findings()).as("%s", build).isEmpty();
      assertThat(verdict.accepted() && verdict.starts()).as("%s", build).isTrue();
    }
  }

  /**
   * What the preprocessor does with secrets from the environment before OpenSIPS reads on; that of
   * nonces has 32 characters.
   */
  private static String filled(String text) {
    return text.replaceAll("\\$\\{[A-Z][A-Z0-9_]*}", "filled-filled-filled-filled-fill");
  }

  /** Everything is in one file, and nobody asks where. */
  private record OneFile() implements Origins {
    @Override
    public Place place(int offset) {
      return new Place("opensips.cfg", 1, 1);
    }

    @Override
    public String line(int offset) {
      return "";
    }
  }
}
