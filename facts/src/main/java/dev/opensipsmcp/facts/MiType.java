package dev.opensipsmcp.facts;

/** The type that an MI parameter is declared with in OpenSIPS. */
public enum MiType {
  /** A string; OpenSIPS also takes a number. */
  STRING,
  /** An integer; OpenSIPS also takes a string of digits. */
  INT,
  /** An array; a bare string is refused. */
  ARRAY,
  /** Not declared: OpenSIPS decides when it runs the command. */
  ANY
}
