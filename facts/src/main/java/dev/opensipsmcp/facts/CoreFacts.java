package dev.opensipsmcp.facts;

import java.util.List;
import java.util.Optional;

/**
 * What OpenSIPS knows without any module.
 *
 * @param globalParameters the parameters outside of modules
 * @param functions what scripts can call
 * @param statements the words that begin a statement
 * @param keywords every reserved word of the configuration language
 * @param routeBlocks the words that begin a route block
 * @param pseudoVariables the variables
 * @param transformations the classes of transformations: {@code s} in <code>{s.len}</code>
 * @param logLevels the log levels
 * @param statistics the statistics of the core's groups
 * @param events the events that the core raises
 */
public record CoreFacts(
    List<GlobalParameter> globalParameters,
    List<ScriptFunction> functions,
    List<String> statements,
    List<String> keywords,
    List<String> routeBlocks,
    List<PseudoVariable> pseudoVariables,
    List<String> transformations,
    List<LogLevel> logLevels,
    List<Statistic> statistics,
    List<Event> events) {
  public CoreFacts {
    globalParameters = List.copyOf(globalParameters);
    functions = List.copyOf(functions);
    statements = List.copyOf(statements);
    keywords = List.copyOf(keywords);
    routeBlocks = List.copyOf(routeBlocks);
    pseudoVariables = List.copyOf(pseudoVariables);
    transformations = List.copyOf(transformations);
    logLevels = List.copyOf(logLevels);
    statistics = List.copyOf(statistics);
    events = List.copyOf(events);
  }

  /** {@return the global parameter that is spelled so, in any of its spellings, or nothing} */
  public Optional<GlobalParameter> globalParameter(String name) {
    for (GlobalParameter parameter : globalParameters) {
      if (parameter.name().equals(name) || parameter.otherNames().contains(name)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }
}
