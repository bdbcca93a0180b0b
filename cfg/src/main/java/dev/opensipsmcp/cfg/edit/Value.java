package dev.opensipsmcp.cfg.edit;

/** The value of a parameter. */
public sealed interface Value {
  /**
   * A number.
   *
   * @param value the number
   */
  record Int(long value) implements Value {}

  /**
   * A string.
   *
   * @param value the string, without quotes and escapes
   */
  record Text(String value) implements Value {}

  /**
   * A bare word, or something with a syntax of its own, such as a socket; global parameters only.
   *
   * @param value as it is to be written
   */
  record Bare(String value) implements Value {}

  /** {@return a number} */
  static Value of(long value) {
    return new Int(value);
  }

  /** {@return a string} */
  static Value of(String value) {
    return new Text(value);
  }

  /** {@return how it is written} */
  default String written() {
    return switch (this) {
      case Int(long value) -> String.valueOf(value);
      case Bare(String value) -> value;
      case Text(String value) ->
          "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    };
  }
}
