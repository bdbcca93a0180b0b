package dev.opensipsmcp.server.report;

import dev.opensipsmcp.cfg.diff.UnifiedDiff;
import dev.opensipsmcp.server.redact.Redactor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the secrets out of a configuration's text, and puts them back. */
public final class ConfigSecrets {
  /** What stands where a secret stood. */
  public static final String MARK = Redactor.MARK;

  private static final Redactor BY_FORM = new Redactor(List.of());

  private ConfigSecrets() {}

  /** {@return whether the value of a parameter of this name is a secret} */
  public static boolean named(String parameter) {
    return Redactor.isSecretParameter(parameter);
  }

  /** {@return the text without secrets} */
  public static String without(String text) {
    return BY_FORM.redact(text);
  }

  /** {@return a unified diff of both texts without their secrets} */
  public static String diff(String oldName, String before, String newName, String after) {
    return UnifiedDiff.of(oldName, without(before), newName, without(after));
  }

  /**
   * {@return a text with the secrets of the former one in the lines where only a mark stands}
   *
   * @param text the new text, perhaps made from a former one without secrets
   * @param former the former text with its secrets
   * @return nothing when a line with a mark is none of the former text, or it is not clear which
   */
  public static Optional<String> restored(String text, String former) {
    if (!text.contains(MARK)) {
      return Optional.of(text);
    }
    Map<String, Deque<String>> known = new HashMap<>();
    String[] secret = former.split("\n", -1);
    String[] clean = without(former).split("\n", -1);
    if (secret.length == clean.length) {
      for (int i = 0; i < clean.length; i++) {
        if (clean[i].contains(MARK)) {
          known.computeIfAbsent(clean[i].strip(), _ -> new ArrayDeque<>()).add(secret[i].strip());
        }
      }
    }
    return filled(text.split("\n", -1), known);
  }

  private static Optional<String> filled(String[] lines, Map<String, Deque<String>> known) {
    Map<String, Integer> wanted = new HashMap<>();
    for (String line : lines) {
      if (line.contains(MARK) && !inComment(line)) {
        wanted.merge(line.strip(), 1, Integer::sum);
      }
    }
    for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
      Deque<String> there = known.getOrDefault(entry.getKey(), new ArrayDeque<>());
      boolean same = there.stream().distinct().count() == 1;
      if (there.isEmpty() || (!same && there.size() != entry.getValue())) {
        return Optional.empty();
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      text.append(i == 0 ? "" : "\n").append(filled(lines[i], known));
    }
    return Optional.of(text.toString());
  }

  /** A word in a comment is taken for a secret now and then; nothing is lost with it. */
  private static boolean inComment(String line) {
    return line.strip().startsWith("#");
  }

  /** The first of the former lines; the last one stays for further ones that are the same. */
  private static String filled(String line, Map<String, Deque<String>> known) {
    if (!line.contains(MARK) || (inComment(line) && !known.containsKey(line.strip()))) {
      return line;
    }
    String core = line.strip();
    Deque<String> there = known.getOrDefault(core, new ArrayDeque<>());
    String secret = there.size() > 1 ? there.removeFirst() : there.getFirst();
    int at = line.indexOf(core);
    return line.substring(0, at) + secret + line.substring(at + core.length());
  }
}
