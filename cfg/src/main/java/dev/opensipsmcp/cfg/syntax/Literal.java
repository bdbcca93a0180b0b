package dev.opensipsmcp.cfg.syntax;

/** A value that is written out. */
public sealed interface Literal extends Expression {
  /**
   * A string.
   *
   * @param value what it stands for, escapes resolved and adjacent strings joined
   * @param quoted whether it is in quotes; a bare word is not
   * @param span where it stands, quotes included
   */
  record Text(String value, boolean quoted, Span span) implements Literal {}

  /**
   * A number.
   *
   * @param value its value
   * @param span where it stands, its sign included
   */
  @SuppressWarnings("AvoidCommonTypeNames") // It is what OpenSIPS's own grammar calls it.
  record Number(long value, Span span) implements Literal {}

  /**
   * The word {@code NULL}.
   *
   * @param span where it stands
   */
  record Null(Span span) implements Literal {}

  /**
   * An address, or a network as {@code 192.0.2.0/24}.
   *
   * @param text as it is written
   * @param span where it stands
   */
  record Address(String text, Span span) implements Literal {}
}
