package dev.opensipsmcp.cfg.build;

import dev.opensipsmcp.cfg.internal.build.Composer;
import dev.opensipsmcp.facts.Version;
import java.util.Map;
import java.util.Set;

/** Builds configurations. */
public final class CfgBuilder {
  private CfgBuilder() {}

  /**
   * Builds a flat configuration.
   *
   * @param scenario what the node is for
   * @param version the release line, 3.4 or later
   * @param parameters values by the parameters' names; what is left out has its default
   * @param features names of features beside the scenario's own; case doesn't matter
   * @return the configuration, or why there is none
   */
  public static BuildResult build(
      Scenario scenario, Version version, Map<String, String> parameters, Set<String> features) {
    return Composer.build(scenario, version, parameters, features, Tuning.none());
  }

  /**
   * Builds a flat configuration that is tuned to a load.
   *
   * @param tuning the settings that replace or follow those of the scenario, see {@link Tuning#of}
   */
  public static BuildResult build(
      Scenario scenario,
      Version version,
      Map<String, String> parameters,
      Set<String> features,
      Tuning tuning) {
    return Composer.build(scenario, version, parameters, features, tuning);
  }

  /**
   * Builds a configuration as a pair for the m4 preprocessor: a template, the same for every site,
   * and the definitions of one site. {@code m4 DEFINITIONS TEMPLATE} gives what {@link #build}
   * gives.
   *
   * @return the pair, or why there is none
   */
  public static M4Result m4(
      Scenario scenario, Version version, Map<String, String> parameters, Set<String> features) {
    return dev.opensipsmcp.cfg.internal.build.M4.pair(scenario, version, parameters, features);
  }
}
