package dev.opensipsmcp.facts;

/**
 * A parameter of a script function.
 *
 * @param name the documented name, empty when it has none
 * @param type what the function takes
 * @param optional whether a call may leave it out
 * @param output whether the function writes to it
 * @param fixed whether it must be a constant, without variables
 * @param raw whether variables in a string are left as they are
 */
public record FunctionParameter(
    String name, Type type, boolean optional, boolean output, boolean fixed, boolean raw) {

  /** What a script function takes at one position. */
  public enum Type {
    STRING,
    INT,
    /** A variable to read or write. */
    VARIABLE,
    /** A regular expression. */
    REGEX
  }
}
