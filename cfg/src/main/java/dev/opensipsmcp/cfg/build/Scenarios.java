package dev.opensipsmcp.cfg.build;

import dev.opensipsmcp.cfg.internal.build.Catalogue;
import dev.opensipsmcp.cfg.internal.build.VerdictTable;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The scenarios and features that configurations are built from. */
public final class Scenarios {
  private Scenarios() {}

  /** {@return every scenario, the usual ones first} */
  public static List<Scenario> all() {
    return Catalogue.shared().scenarios();
  }

  /**
   * Finds a scenario.
   *
   * @param name its name; case, and underscores for hyphens, don't matter
   * @return the scenario, or nothing when there is none of that name
   */
  public static Optional<Scenario> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return all().stream().filter(scenario -> scenario.name().equals(wanted)).findFirst();
  }

  /** {@return every feature, in the order in which they are written} */
  public static List<Feature> features() {
    return Catalogue.shared().features();
  }

  /**
   * {@return the parameters of a scenario that is given more features, those of its own first}
   *
   * @param scenario the scenario
   * @param features the names of the features beside its own; unknown ones don't matter
   */
  public static List<Parameter> parameters(Scenario scenario, Set<String> features) {
    return Catalogue.shared().parameters(scenario.name(), features);
  }

  /**
   * Tells what a real server did with a scenario.
   *
   * @return the verdict about the text that the scenario gives today, or nothing when none was
   *     recorded, or only one about a former text
   */
  public static Optional<ScenarioVerdict> verdict(Scenario scenario, Version version) {
    return VerdictTable.of(scenario, version);
  }

  /** {@return every recorded verdict, those about former texts too} */
  public static List<ScenarioVerdict> verdicts() {
    return VerdictTable.all();
  }
}
