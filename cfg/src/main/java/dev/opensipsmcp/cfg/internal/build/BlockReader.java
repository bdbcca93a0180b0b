package dev.opensipsmcp.cfg.internal.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the data files of blocks. A file begins with a head, a word and its text on each line, the
 * first of them the kind and name; then sections, each begun by {@code == KIND NAME} and lines
 * {@code why REASON}.
 */
final class BlockReader {
  private BlockReader() {}

  /**
   * Reads a block.
   *
   * @throws IllegalArgumentException if the text is no block
   */
  static Block read(String text) {
    List<String> lines = text.lines().toList();
    Map<String, String> head = new LinkedHashMap<>();
    String kind = "";
    String name = "";
    int at = 0;
    for (; at < lines.size() && !lines.get(at).startsWith("== "); at++) {
      String line = lines.get(at);
      if (line.isBlank()) {
        continue;
      }
      int blank = line.indexOf(' ');
      String word = blank < 0 ? line : line.substring(0, blank);
      String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
      if (kind.isEmpty()) {
        kind = word;
        name = rest;
      } else {
        head.merge(word, rest, (first, second) -> first + " " + second);
      }
    }
    return new Block(kind, name, head, sections(lines.subList(at, lines.size())));
  }

  private static List<Section> sections(List<String> lines) {
    List<Section> sections = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      String[] title = lines.get(at++).substring(3).strip().split(" ", 2);
      List<String> why = new ArrayList<>();
      while (at < lines.size() && lines.get(at).startsWith("why ")) {
        why.add(lines.get(at++).substring(4).strip());
      }
      List<String> body = new ArrayList<>();
      while (at < lines.size() && !lines.get(at).startsWith("== ")) {
        body.add(lines.get(at++));
      }
      while (!body.isEmpty() && body.getLast().isBlank()) {
        body.removeLast();
      }
      sections.add(
          new Section(
              title[0],
              title.length > 1 ? title[1] : "",
              String.join(" ", why),
              Template.of(body)));
    }
    return sections;
  }
}
