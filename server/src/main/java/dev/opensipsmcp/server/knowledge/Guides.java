package dev.opensipsmcp.server.knowledge;

import java.util.ArrayList;
import java.util.List;

/** The guides for operators, which are also the pages below {@code docs/guides}. */
public final class Guides {
  private Guides() {}

  private static final class Holder {
    static final List<Guide> ALL = read();
  }

  /**
   * A guide.
   *
   * @param name its name, the file's without ending
   * @param title its title
   * @param answers what it answers, in the words of people
   */
  public record Guide(String name, String title, String answers) {
    /** {@return its whole text, Markdown} */
    public String text() {
      return Resource.text("guides/" + name + ".md");
    }
  }

  /** {@return all guides, the first to read first} */
  public static List<Guide> all() {
    return Holder.ALL;
  }

  /** {@return their cards} */
  static List<Card> cards() {
    List<Card> cards = new ArrayList<>();
    for (Guide guide : all()) {
      String id = CardKind.GUIDE.label() + "/" + guide.name();
      cards.add(
          new Card(
              id,
              CardKind.GUIDE,
              guide.title(),
              List.of(guide.name()),
              "",
              guide.answers(),
              guide.text(),
              ""));
    }
    return cards;
  }

  private static List<Guide> read() {
    return Resource.rows("guides.txt").stream()
        .map(row -> new Guide(row.get(0), row.get(1), row.get(2)))
        .toList();
  }
}
