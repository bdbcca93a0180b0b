package dev.opensipsmcp.cfg.internal.migrate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries out the directives of a file. Each line gives one line, so that line numbers stay;
 * directives and what they leave out become comments.
 */
final class KamailioDirectives {
  private static final Pattern DIRECTIVE = Pattern.compile("\\s*[#!]!\\s*(\\w+)\\s*(.*)");
  private static final Pattern DEFINITION = Pattern.compile("(\\w+)\\s*(.*)");

  /** What a directive could not be carried out for: its line from 0, and why. */
  record Problem(int line, String what, String instead) {}

  private final Map<String, String> defined = new LinkedHashMap<>();
  private final Map<String, String> replaced = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Boolean> active = new ArrayDeque<>();
  private boolean comment;

  KamailioDirectives(Set<String> names) {
    names.forEach(name -> defined.put(name, ""));
  }

  /** {@return the names that are defined with a value, for names in the code} */
  Map<String, String> defined() {
    return defined;
  }

  List<Problem> problems() {
    return problems;
  }

  /** {@return the text without directives} */
  String run(String text) {
    StringBuilder result = new StringBuilder(text.length() + 100);
    int start = 0;
    int number = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end);
      result.append(line(line, number));
      if (end < 0) {
        break;
      }
      result.append('\n');
      start = end + 1;
      number++;
    }
    if (!active.isEmpty()) {
      problems.add(new Problem(number, "An ifdef is never closed.", "Write its endif."));
    }
    return result.toString();
  }

  private String line(String line, int number) {
    boolean within = comment;
    boolean on = !active.contains(false);
    Matcher directive = DIRECTIVE.matcher(line);
    if (!within && directive.matches()) {
      directive(directive.group(1), directive.group(2).strip(), number, on);
      int mark = line.indexOf('!', line.charAt(0) == '!' ? 1 : 0);
      return "# " + line.substring(mark + 1).strip();
    }
    if (!on) {
      return "# " + line;
    }
    String now = line;
    for (Map.Entry<String, String> entry : replaced.entrySet()) {
      now = now.replace(entry.getKey(), entry.getValue());
    }
    return comments(now);
  }

  private void directive(String name, String rest, int number, boolean on) {
    switch (name) {
      case "ifdef" -> active.push(defined.containsKey(rest));
      case "ifndef" -> active.push(!defined.containsKey(rest));
      case "else" -> {
        if (!active.isEmpty()) {
          active.push(!active.pop());
        }
      }
      case "endif" -> active.poll();
      case "define", "trydef", "trydefine", "redefine", "redef" -> {
        Matcher definition = DEFINITION.matcher(rest);
        if (on
            && definition.matches()
            && !(name.startsWith("try") && defined.containsKey(definition.group(1)))) {
          defined.put(definition.group(1), definition.group(2).strip());
        }
      }
      case "subst", "substdef", "substdefs" -> {
        if (on) {
          substitution(name, rest, number);
        }
      }
      case "KAMAILIO", "SER", "ALL", "OPENSER", "MAXCOMPAT" -> {}
      case "include_file", "import_file" -> {
        if (on) {
          problems.add(
              new Problem(
                  number,
                  "The included file was not looked at.",
                  "Translate it too, and include it with include_file \"path\"."));
        }
      }
      default ->
          problems.add(
              new Problem(
                  number,
                  "Directive " + name + " is not carried out.",
                  "Do by hand what it does."));
    }
  }

  /** Takes {@code "/pattern/text/flags"}, with any sign for the slash. */
  private void substitution(String name, String rest, int number) {
    String inside = rest.replaceAll("^\"|\"$", "");
    String[] parts =
        inside.isEmpty()
            ? new String[0]
            : inside.substring(1).split(Pattern.quote(inside.substring(0, 1)), -1);
    if (parts.length < 2 || !parts[0].matches("[A-Za-z0-9_@%.-]+")) {
      problems.add(
          new Problem(
              number,
              "This substitution has a pattern that is not one name.",
              "Write what it gives where it was meant."));
      return;
    }
    replaced.put(parts[0], parts[1]);
    if (!name.equals("subst")) {
      defined.put(parts[0], name.equals("substdefs") ? "\"" + parts[1] + "\"" : parts[1]);
    }
  }

  /**
   * Keeps track of comments over several lines, and writes those of {@code //} with a number sign.
   */
  private String comments(String line) {
    char quote = 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      char next = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
      if (comment) {
        comment = !(c == '*' && next == '/');
        at += comment ? 0 : 1;
      } else if (quote != 0) {
        at += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return line;
      } else if (c == '/' && next == '*') {
        comment = true;
        at++;
      } else if (c == '/' && next == '/') {
        return line.substring(0, at) + "#" + line.substring(at + 2);
      }
    }
    return line;
  }
}
