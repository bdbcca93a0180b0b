package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.Parameter;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Tuning;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Resolves features to blocks and puts the blocks together. */
public final class Composer {
  /** What every configuration has. */
  private static final String BASE = "BASE";

  private Composer() {}

  /** {@return the configuration, or why there is none} */
  public static BuildResult build(
      Scenario scenario,
      Version version,
      Map<String, String> parameters,
      Set<String> features,
      Tuning tuning) {
    Library library = Library.shared();
    Set<String> chosen = chosen(library, scenario, features);
    List<Parameter> known = Catalogue.shared().parameters(scenario.name(), chosen);
    List<String> problems = new ArrayList<>();
    if (version.compareTo(Version.V3_4) < 0) {
      problems.add("Scenarios are for 3.4 and later.");
    }
    problems.addAll(featureProblems(library, scenario, version, chosen));
    Map<String, String> given = new LinkedHashMap<>();
    known.forEach(parameter -> given.put(parameter.name(), parameter.defaultValue()));
    problems.addAll(Values.take(known, parameters, given));
    if (!problems.isEmpty()) {
      return new BuildResult.Refused(problems);
    }
    Values values = Values.of(known, given, version);
    List<Block> blocks = blocks(library, scenario, chosen);
    Situation situation = new Situation(version, chosen, values.forPlaceholders(), blocks);
    return new Printer(scenario, situation, library, tuning, values).print();
  }

  /** {@return the features with everything that they need, unknown ones left as they are} */
  static Set<String> closure(Library library, Set<String> wanted) {
    Set<String> all = new LinkedHashSet<>();
    all.add(BASE);
    wanted.forEach(name -> add(library, name, all));
    return all;
  }

  private static void add(Library library, String name, Set<String> all) {
    if (all.add(name)) {
      Block block = library.features().get(name);
      if (block != null) {
        block.words("needs").forEach(needed -> add(library, needed, all));
      }
    }
  }

  private static Set<String> chosen(Library library, Scenario scenario, Set<String> features) {
    Set<String> wanted = new LinkedHashSet<>(scenario.features());
    for (String feature : features) {
      wanted.add(library.featureName(feature.strip().toUpperCase(Locale.ROOT)));
    }
    return closure(library, wanted);
  }

  private static List<String> featureProblems(
      Library library, Scenario scenario, Version version, Set<String> chosen) {
    List<String> problems = new ArrayList<>();
    for (String name : chosen) {
      Block block = library.features().get(name);
      if (block == null) {
        problems.add("There is no feature " + name + ".");
        continue;
      }
      for (String other : block.words("excludes")) {
        if (chosen.contains(other)) {
          problems.add(name + " and " + other + " exclude each other.");
        }
      }
      block
          .text("since")
          .flatMap(Version::parse)
          .filter(since -> version.compareTo(since) < 0)
          .ifPresent(since -> problems.add(name + " needs " + since.label() + " or later."));
      if (blockOf(library, scenario).words("refuses").contains(name)) {
        problems.add(name + " makes no sense in the scenario " + scenario.name() + ".");
      }
    }
    return problems;
  }

  private static Block blockOf(Library library, Scenario scenario) {
    Block block = library.scenarios().get(scenario.name());
    if (block == null) {
      throw new IllegalArgumentException("no scenario of the catalogue: " + scenario.name());
    }
    return block;
  }

  /**
   * {@return the blocks of the features and the scenario, in the order in which they are written}
   */
  static List<Block> blocks(Library library, Scenario scenario, Set<String> chosen) {
    List<Block> blocks = new ArrayList<>();
    for (Block feature : library.features().values()) {
      if (chosen.contains(feature.name())) {
        blocks.add(feature);
      }
    }
    blocks.add(blockOf(library, scenario));
    return blocks;
  }
}
