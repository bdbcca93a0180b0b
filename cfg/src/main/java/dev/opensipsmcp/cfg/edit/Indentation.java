package dev.opensipsmcp.cfg.edit;

/** How far lines are moved to the right. */
final class Indentation {
  private Indentation() {}

  /** {@return the blanks that every line but the first begins with, empty lines aside} */
  static String common(String text) {
    String common = "";
    boolean any = false;
    String[] lines = text.strip().split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (!line.isBlank()) {
        String blanks = line.substring(0, line.length() - line.stripLeading().length());
        common = any ? shared(common, blanks) : blanks;
        any = true;
      }
    }
    return any && lines[lines.length - 1].strip().equals("}") ? common : closing(text, common);
  }

  /** Lines that belong to a block which the first line opens keep their step. */
  private static String closing(String text, String common) {
    String first = text.lines().findFirst().orElse("");
    String blanks = first.substring(0, first.length() - first.stripLeading().length());
    return common.startsWith(blanks) ? blanks : common;
  }

  private static String shared(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }
}
