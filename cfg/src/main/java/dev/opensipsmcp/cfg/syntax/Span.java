package dev.opensipsmcp.cfg.syntax;

/**
 * A part of a text.
 *
 * @param start the offset of its first character, from 0
 * @param end the offset behind its last character
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span from " + start + " to " + end);
    }
  }

  /** {@return the smallest part that holds both} */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** {@return whether the other lies within this} */
  public boolean holds(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** {@return what stands there} */
  public String in(String text) {
    return text.substring(start, end);
  }
}
