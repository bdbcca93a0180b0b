package dev.opensipsmcp.facts;

/** The type of value that a module parameter takes in {@code modparam}. */
public enum ParameterType {
  /** A string. */
  STRING,
  /** An integer. */
  INT,
  /** Either; the module tells them apart. */
  STRING_OR_INT
}
