package dev.opensipsmcp.facts;

/**
 * Something that a module wants loaded beside it.
 *
 * @param kind what is wanted
 * @param module the module's name; empty when any module of the kind will do
 * @param policy what OpenSIPS does when it is missing
 * @param conditional whether it only counts in some builds
 */
public record Dependency(Kind kind, String module, Policy policy, boolean conditional) {

  /** What kind of module is wanted. */
  public enum Kind {
    /** The named module. */
    MODULE,
    /** A driver for an SQL database. */
    SQLDB,
    /** A driver for a key-value store. */
    CACHEDB,
    /** An AAA client. */
    AAA
  }

  /** What OpenSIPS does at start when the wanted module is missing. */
  public enum Policy {
    /** It does not start. */
    ABORT,
    /** It logs a warning. */
    WARN,
    /** Nothing; only the order of loading is kept. */
    SILENT
  }
}
