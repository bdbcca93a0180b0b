package dev.opensipsmcp.cfg.lint;

/** What a rule looks at. */
public enum Need {
  /** The configuration's text. */
  TEXT("the configuration's text"),
  /** What the running node tells. */
  LIVE("the running node"),
  /** The host's files and processes. */
  HOST("files of the host"),
  /** Rows of the database. */
  DATABASE("rows of the database");

  private final String words;

  Need(String words) {
    this.words = words;
  }

  /** {@return what it is, in words} */
  public String words() {
    return words;
  }
}
