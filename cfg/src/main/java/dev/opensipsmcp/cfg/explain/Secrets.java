package dev.opensipsmcp.cfg.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes secrets out of what is shown. */
final class Secrets {
  static final String HIDDEN = "***";

  /** A value that is a URL from its start on, in which a space may be part of a password. */
  private static final Pattern URL = Pattern.compile("\\w{1,40}:[^/\\s]{0,80}//");

  private static final Pattern IN_PAIR =
      Pattern.compile(
          "((?:password|passwd|passphrase|pass|pwd|secret|token|api[_-]?key|access[_-]?key"
              + "|auth[_-]?key)\\s*[=:]\\s*)[^;&\\s\"']+",
          Pattern.CASE_INSENSITIVE);

  private static final Set<List<String>> PARAMETERS = new HashSet<>(Tables.read("secrets.tsv"));

  private Secrets() {}

  /** {@return whether a parameter's value is a secret as a whole} */
  static boolean secret(String module, String parameter) {
    return PARAMETERS.contains(List.of(module, parameter));
  }

  /** {@return whether a text holds a secret that {@link #hide} takes out} */
  static boolean holds(String text) {
    return !hide(text).equals(text);
  }

  /** {@return a text without passwords in URLs and in pairs of names and values} */
  static String hide(String text) {
    String bare = URL.matcher(text).lookingAt() ? inUrl(text) : inUrls(text);
    return IN_PAIR.matcher(bare).replaceAll("$1" + HIDDEN);
  }

  private static String inUrls(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || ends(text.charAt(i))) {
        out.append(inUrl(text.substring(from, i)));
        out.append(text, i, Math.min(i + 1, text.length()));
        from = i + 1;
      }
    }
    return out.toString();
  }

  private static boolean ends(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '\'';
  }

  /**
   * A password begins behind the first colon and ends before the last at sign: OpenSIPS takes
   * passwords with colons, slashes and at signs. Of several URLs without a space between them, more
   * is hidden than must be.
   */
  private static String inUrl(String run) {
    int scheme = run.indexOf("//");
    int end = run.lastIndexOf('@');
    int colon = scheme < 0 ? -1 : run.indexOf(':', scheme + 2);
    return colon < 0 || colon > end
        ? run
        : run.substring(0, colon + 1) + HIDDEN + run.substring(end);
  }

  /** {@return the value of a parameter as it may be shown} */
  static String value(String module, String parameter, String value) {
    String name = parameter.toLowerCase(Locale.ROOT);
    boolean unknown =
        (name.contains("passw") || name.contains("secret"))
            && !name.endsWith("_column")
            && !name.endsWith("_col")
            && !value.startsWith("$");
    return secret(module, parameter) || unknown ? HIDDEN : hide(value);
  }
}
