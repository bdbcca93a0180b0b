package dev.opensipsmcp.cfg.source;

import dev.opensipsmcp.cfg.syntax.Span;

/** Where the characters of a text that was put together from files come from. */
public interface Origins {
  /**
   * {@return where a character comes from}
   *
   * @param offset its offset in the whole text; the text's length is its end
   */
  Place place(int offset);

  /**
   * {@return the line of the file that a character is in, without its end, for an excerpt}
   *
   * @param offset its offset in the whole text
   */
  String line(int offset);

  /** {@return where a part begins} */
  default Place place(Span span) {
    return place(span.start());
  }
}
