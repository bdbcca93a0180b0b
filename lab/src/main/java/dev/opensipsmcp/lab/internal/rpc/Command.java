package dev.opensipsmcp.lab.internal.rpc;

import java.util.Set;
import java.util.function.Function;

/**
 * A command that the node answers.
 *
 * @param name its name up to 3.6, which 4.0 takes too
 * @param grouped its canonical name since 4.0
 * @param unchecked parameters whose type OpenSIPS does not check
 * @param run carries it out; the caller sees to it that one command runs at a time
 */
public record Command(
    String name, String grouped, Set<String> unchecked, Function<Arguments, Outcome> run) {

  /**
   * {@return a command whose parameters all are of a declared type}
   *
   * @param name its name up to 3.6
   * @param grouped its canonical name since 4.0
   * @param run carries it out
   */
  public static Command of(String name, String grouped, Function<Arguments, Outcome> run) {
    return new Command(name, grouped, Set.of(), run);
  }

  /** {@return the part of the 4.0 name after the colon} */
  public String local() {
    return grouped.substring(grouped.indexOf(':') + 1);
  }
}
