package dev.opensipsmcp.facts;

import java.util.List;
import java.util.Optional;

/**
 * What changed in a module between two versions.
 *
 * @param parameters the parameters
 * @param defaults the parameters that both have, with another default
 * @param functions the functions
 * @param asyncFunctions the asynchronous functions
 * @param changedFunctions the functions that both have, with other parameters or routes
 * @param pseudoVariables the variables
 * @param statistics the names of the statistics that the source declares
 * @param events the events
 */
public record ModuleChanges(
    Difference parameters,
    List<DefaultChange> defaults,
    Difference functions,
    Difference asyncFunctions,
    List<String> changedFunctions,
    Difference pseudoVariables,
    Difference statistics,
    Difference events) {
  public ModuleChanges {
    defaults = List.copyOf(defaults);
    changedFunctions = List.copyOf(changedFunctions);
  }

  /** {@return whether nothing changed} */
  public boolean isEmpty() {
    return parameters.isEmpty()
        && defaults.isEmpty()
        && functions.isEmpty()
        && asyncFunctions.isEmpty()
        && changedFunctions.isEmpty()
        && pseudoVariables.isEmpty()
        && statistics.isEmpty()
        && events.isEmpty();
  }

  /**
   * A parameter whose default differs.
   *
   * @param parameter its name
   * @param before the earlier default
   * @param after the later default
   */
  public record DefaultChange(String parameter, Optional<String> before, Optional<String> after) {}
}
