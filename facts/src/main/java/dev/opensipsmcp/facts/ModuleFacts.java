package dev.opensipsmcp.facts;

import java.util.List;
import java.util.Optional;

/**
 * A module of OpenSIPS.
 *
 * @param name the name without {@code .so}
 * @param builtIn whether it is part of the binary and needs no {@code loadmodule}
 * @param parameters what {@code modparam} can set
 * @param functions what scripts can call; a name is listed once per accepted parameter list
 * @param asyncFunctions what scripts can call within {@code async} and {@code launch}
 * @param pseudoVariables the variables it adds
 * @param dependencies what it wants loaded beside it
 * @param miCommands the canonical names of its MI commands
 * @param statistics the statistics of its group
 * @param events the events it raises
 */
public record ModuleFacts(
    String name,
    boolean builtIn,
    List<ModuleParameter> parameters,
    List<ScriptFunction> functions,
    List<ScriptFunction> asyncFunctions,
    List<PseudoVariable> pseudoVariables,
    List<Dependency> dependencies,
    List<String> miCommands,
    List<Statistic> statistics,
    List<Event> events) {
  public ModuleFacts {
    parameters = List.copyOf(parameters);
    functions = List.copyOf(functions);
    asyncFunctions = List.copyOf(asyncFunctions);
    pseudoVariables = List.copyOf(pseudoVariables);
    dependencies = List.copyOf(dependencies);
    miCommands = List.copyOf(miCommands);
    statistics = List.copyOf(statistics);
    events = List.copyOf(events);
  }

  /** {@return the parameter of this name, or nothing} */
  public Optional<ModuleParameter> parameter(String parameterName) {
    for (ModuleParameter parameter : parameters) {
      if (parameter.name().equals(parameterName)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }
}
