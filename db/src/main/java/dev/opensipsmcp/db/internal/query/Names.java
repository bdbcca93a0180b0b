package dev.opensipsmcp.db.internal.query;

/** Names as callers write them. */
final class Names {
  private Names() {}

  /** {@return the name without the quotes of whatever dialect, which double inside} */
  static String bare(String name) {
    if (name.length() >= 2) {
      char first = name.charAt(0);
      char last = name.charAt(name.length() - 1);
      if ((first == '"' || first == '`') && last == first) {
        String inner = name.substring(1, name.length() - 1);
        return inner.replace("" + first + first, "" + first);
      }
    }
    return name;
  }

  /** {@return whether it is written in quotes} */
  static boolean quoted(String name) {
    return !name.equals(bare(name));
  }
}
