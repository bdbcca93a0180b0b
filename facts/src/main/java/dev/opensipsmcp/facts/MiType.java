package dev.opensipsmcp.facts;

/** The type that an MI parameter is declared with in OpenSIPS. */
public enum MiType {
  /** A string; OpenSIPS also takes a number. */
  STRING,
  /** An integer; OpenSIPS also takes a string of digits. */
  INT,
  /** A flag; OpenSIPS takes a JSON boolean, 1 and 0. Recorded on 3.4 and 3.6. */
  BOOL,
  /** An array; a bare string is refused. */
  ARRAY,
  /** Not declared: OpenSIPS decides when it runs the command. */
  ANY
}
