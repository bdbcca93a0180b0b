package dev.opensipsmcp.server.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a document into sections that are small enough to be a finding. */
final class Sections {
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.{1,200})");
  private static final int LONGEST = 6_000;

  private Sections() {}

  /**
   * {@return the sections as cards, in order}
   *
   * @param name the document's name
   * @param text its text
   */
  static List<Card> of(String name, String text) {
    List<Card> cards = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    String title = name;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Matcher heading = HEADING.matcher(line);
      boolean begins = heading.matches();
      if (begins || section.length() > LONGEST) {
        add(cards, name, title, section);
      }
      if (begins) {
        title = heading.group(1).strip();
      }
      section.append(line).append('\n');
    }
    add(cards, name, title, section);
    return cards;
  }

  private static void add(List<Card> cards, String name, String title, StringBuilder section) {
    if (!section.toString().isBlank()) {
      String id = CardKind.OWN.label() + "/" + name + "#" + (cards.size() + 1);
      cards.add(new Card(id, CardKind.OWN, title, List.of(), "", "", section.toString(), name));
    }
    section.setLength(0);
  }
}
