package dev.opensipsmcp.cfg.internal.parse;

/** Comments between slash-star and star-slash, which nest. */
final class Comments {
  private Comments() {}

  /**
   * Finds the end of a comment.
   *
   * @param start where it begins
   * @return the offset behind it; 0 when it has no end
   */
  static int end(String text, int start) {
    int depth = 0;
    int at = start;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
    return depth > 0 ? 0 : at;
  }
}
