package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.internal.text.LineIndex;

/** The lines of a text, for excerpts. */
final class Lines {
  private final String text;
  private final LineIndex index;

  Lines(String text) {
    this.text = text;
    this.index = new LineIndex(text);
  }

  /** {@return the number of the line that a character is in, from 0} */
  int line(int offset) {
    return index.line(offset) - 1;
  }

  /** {@return the offset where a line begins} */
  int start(int line) {
    return index.start(line + 1);
  }

  /** {@return what is in a line, without its end} */
  String text(int line) {
    int start = start(line);
    boolean last = line + 1 == index.lines();
    int end = last ? text.length() : index.end(line + 1) - 1;
    boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
    return text.substring(start, carriageReturn ? end - 1 : end);
  }
}
