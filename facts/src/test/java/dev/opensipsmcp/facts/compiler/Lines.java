package dev.opensipsmcp.facts.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the lines of one part: fields with tabs between them, lists as words. */
final class Lines {
  private final List<String> lines = new ArrayList<>();

  /** Adds a line; empty fields at its end are left away. */
  void add(String... fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].indexOf('\t') >= 0 || fields[i].indexOf('\n') >= 0) {
        throw new IllegalArgumentException(
            "A field must not hold a tab or line feed: " + fields[i]);
      }
      line.append(i == 0 ? "" : "\t").append(fields[i]);
    }
    lines.add(line.toString().stripTrailing());
  }

  /** {@return the words as one field} */
  static String words(List<String> words) {
    for (String word : words) {
      if (word.isEmpty() || word.indexOf(' ') >= 0) {
        throw new IllegalArgumentException("Not a word: '" + word + "' in " + words);
      }
    }
    return String.join(" ", words);
  }

  /** {@return the text, its lines sorted} */
  String sorted() {
    return lines.stream().sorted().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** {@return the text, its lines in the order in which they were added} */
  String inOrder() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
