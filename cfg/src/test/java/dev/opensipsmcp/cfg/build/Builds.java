package dev.opensipsmcp.cfg.build;

import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds for tests. */
final class Builds {
  private Builds() {}

  /** A configuration and what it was built from. */
  record Case(Scenario scenario, Version version, Set<String> features, BuildResult.Built built) {
    @Override
    public String toString() {
      return scenario.name() + " for " + version.label() + " with " + features;
    }
  }

  static List<Version> versions() {
    return Arrays.stream(Version.values()).filter(Version::operable).toList();
  }

  static Scenario scenario(String name) {
    return Scenarios.named(name).orElseThrow();
  }

  static BuildResult.Built built(Scenario scenario, Version version, Set<String> features) {
    return switch (CfgBuilder.build(scenario, version, Map.of(), features)) {
      case BuildResult.Built built -> built;
      case BuildResult.Refused(List<String> problems) ->
          throw new AssertionError(scenario.name() + ": " + problems);
    };
  }

  /** {@return every scenario for every version, plain and with each feature that goes with it} */
  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      for (Version version : versions()) {
        List<Set<String>> choices = new ArrayList<>(List.of(Set.of()));
        scenario.optional().forEach(feature -> choices.add(Set.of(feature)));
        for (Set<String> features : choices) {
          all.add(new Case(scenario, version, features, built(scenario, version, features)));
        }
      }
    }
    return all;
  }
}
