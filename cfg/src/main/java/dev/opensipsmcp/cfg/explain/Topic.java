package dev.opensipsmcp.cfg.explain;

/** What a name of OpenSIPS can be. */
public enum Topic {
  /** A global parameter. */
  DIRECTIVE("global parameter"),
  /** A reserved word of the language. */
  KEYWORD("keyword"),
  MODULE("module"),
  /** A parameter of a module. */
  PARAMETER("module parameter"),
  /** A function for scripts. */
  FUNCTION("function"),
  /** A function for {@code async} and {@code launch}. */
  ASYNC_FUNCTION("asynchronous function"),
  VARIABLE("variable"),
  /** A class of transformations. */
  TRANSFORMATION("class of transformations"),
  /** A named flag of a function. */
  FLAG("flag"),
  MI_COMMAND("MI command"),
  STATISTIC("statistic"),
  EVENT("event");

  private final String words;

  Topic(String words) {
    this.words = words;
  }

  /** {@return what it is called in a sentence} */
  public String words() {
    return words;
  }
}
