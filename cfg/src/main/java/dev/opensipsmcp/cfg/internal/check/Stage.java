package dev.opensipsmcp.cfg.internal.check;

/**
 * When OpenSIPS notices what is wrong, as seen on servers of 3.6 and 4.0 and read in the sources.
 */
public enum Stage {
  /** While the file is read. */
  READING("OpenSIPS refuses the file while it reads it, with -C as well as at start."),
  /** After the file was read, before modules start. */
  READ("OpenSIPS gives up once it has read the file, with -C as well as at start."),
  /** When modules and routes start. */
  START("OpenSIPS does not start, although -C says that the file is fine."),
  /** Only when the file is checked. */
  CHECK("opensips -C refuses the file; a start looks at it only when the function is called.");

  private final String reason;

  Stage(String reason) {
    this.reason = reason;
  }

  /** {@return a sentence that says who notices and what happens then} */
  String reason() {
    return reason;
  }

  /** {@return whether {@code -C} refuses the file for it} */
  boolean stopsCheck() {
    return this != START;
  }

  /** {@return whether OpenSIPS does not start for it} */
  boolean stopsStart() {
    return this != CHECK;
  }
}
