package dev.opensipsmcp.cfg.finding;

/**
 * A line of a file, or the part of it around a place, and marks under that place. Characters that a
 * terminal would obey are shown as a dot.
 *
 * @param line what to show of the line
 * @param marks the line below
 */
record Excerpt(String line, String marks) {
  private static final int WIDEST = 120;
  private static final int BEFORE = 60;

  /**
   * Makes one.
   *
   * @param line the whole line
   * @param column where the place begins, from 0
   * @param length how long it is; it may go on in further lines
   */
  static Excerpt of(String line, int column, int length) {
    int at = Math.min(column, line.length());
    int from = line.length() > WIDEST ? Math.max(0, at - BEFORE) : 0;
    int to = Math.min(line.length(), from + WIDEST);
    String shown =
        (from > 0 ? "..." : "")
            + clean(line.substring(from, to))
            + (to < line.length() ? "..." : "");
    int end = Math.clamp((long) at + length, at, to);
    String before = line.substring(from, at);
    StringBuilder marks = new StringBuilder(from > 0 ? "   " : "");
    before.codePoints().forEach(c -> marks.append(c == '\t' ? '\t' : ' '));
    marks.append('^');
    int more = end > at ? line.codePointCount(at, end) - 1 : 0;
    return new Excerpt(shown, marks.append("~".repeat(more)).toString());
  }

  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          boolean odd =
              Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.SURROGATE
                  || Character.getType(c) == Character.LINE_SEPARATOR
                  || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
          clean.appendCodePoint(odd && c != '\t' ? '·' : c);
        });
    return clean.toString();
  }
}
