package dev.opensipsmcp.server.toolset.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a module. Only as much of C is understood as it takes to find the tables of a
 * module: comments and literals are blanked out, so that braces and commas that are left count.
 *
 * @param text the source
 * @param bare the same with blanks in the place of comments, strings and characters
 */
record CSource(String text, String bare) {

  /**
   * A table or a structure with its initial value.
   *
   * @param name the variable
   * @param start where its declaration begins
   * @param open where its brace opens
   * @param close where its brace closes
   */
  record Initialised(String name, int start, int open, int close) {}

  static CSource of(String text) {
    return new CSource(text, blank(text));
  }

  private static String blank(String text) {
    char[] bare = text.toCharArray();
    int at = 0;
    while (at < bare.length) {
      int end = at + 1;
      if (text.startsWith("//", at)) {
        end = endOf(text, "\n", at + 2);
        blank(bare, at, end);
      } else if (text.startsWith("/*", at)) {
        end = Math.min(bare.length, endOf(text, "*/", at + 2) + 2);
        blank(bare, at, end);
      } else if (bare[at] == '"' || bare[at] == '\'') {
        end = literal(text, at);
        blank(bare, at + 1, end - 1);
      }
      at = end;
    }
    return new String(bare);
  }

  private static int endOf(String text, String what, int from) {
    int end = text.indexOf(what, from);
    return end < 0 ? text.length() : end;
  }

  private static int literal(String text, int start) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }

  private static void blank(char[] bare, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bare[i] != '\n') {
        bare[i] = ' ';
      }
    }
  }

  /** {@return the table of that type} */
  Optional<Initialised> table(String type) {
    return find(
        "(?:\\bstatic\\s+)?(?:\\bconst\\s+)?\\b" + type + "\\s+(\\w+)\\s*\\[\\s*\\]\\s*=\\s*\\{");
  }

  /** {@return what the module exports} */
  Optional<Initialised> exports() {
    return find("\\bstruct\\s+module_exports\\s+(\\w+)\\s*=\\s*\\{");
  }

  private Optional<Initialised> find(String declaration) {
    Matcher matcher = Pattern.compile(declaration).matcher(bare);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int open = matcher.end() - 1;
    int close = closing(open);
    return close < 0
        ? Optional.empty()
        : Optional.of(new Initialised(matcher.group(1), matcher.start(), open, close));
  }

  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < bare.length(); at++) {
      switch (bare.charAt(at)) {
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** {@return where each member between the braces begins and ends, blanks around it left out} */
  List<int[]> members(Initialised whole) {
    List<int[]> members = new ArrayList<>();
    int depth = 0;
    int from = whole.open() + 1;
    for (int at = from; at <= whole.close(); at++) {
      char c = bare.charAt(at);
      if (at == whole.close() || (c == ',' && depth == 0)) {
        member(from, at).ifPresent(members::add);
        from = at + 1;
      } else if (c == '{' || c == '(') {
        depth++;
      } else if (c == '}' || c == ')') {
        depth--;
      }
    }
    return members;
  }

  private Optional<int[]> member(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(bare.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(bare.charAt(end - 1))) {
      end--;
    }
    return start < end ? Optional.of(new int[] {start, end}) : Optional.empty();
  }

  /** {@return whether a word stands in the code} */
  boolean has(String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(bare).find();
  }

  /** {@return where the line begins that something stands in} */
  int line(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** {@return the same with something put in} */
  CSource insert(int at, String more) {
    return of(text.substring(0, at) + more + text.substring(at));
  }

  /** {@return the same with a part replaced} */
  CSource replace(int from, int to, String other) {
    return of(text.substring(0, from) + other + text.substring(to));
  }
}
