package dev.opensipsmcp.server.knowledge;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person asks, as terms with how much each counts.
 *
 * @param terms the terms
 * @param kinds the kinds of card that the words ask for; may be empty
 */
record Question(Map<String, Double> terms, Set<CardKind> kinds) {
  /** How much a whole name counts that can be nothing but a name, and one that is a word too. */
  private static final double NAME = 4;

  private static final double WORD = 0.4;

  /** How much the parts of a name count beside the name. */
  private static final double PART = 0.5;

  private static final Pattern EDGE = Pattern.compile("^[\"'`(\\[{]+|[\"'`)\\]},;?!.]+$");
  private static final int LONGEST = 60;

  static Question of(String text) {
    Map<String, Double> terms = new HashMap<>();
    Set<CardKind> kinds = EnumSet.noneOf(CardKind.class);
    String[] words = text.strip().split("\\s+", LONGEST + 1);
    for (int at = 0; at < Math.min(words.length, LONGEST); at++) {
      word(words[at], words.length, terms);
    }
    List<String> plain = Terms.of(text);
    for (CardKind kind : CardKind.values()) {
      if (kind.words().stream().map(Terms::stem).anyMatch(plain::contains)) {
        kinds.add(kind);
      }
    }
    Synonyms.add(plain, terms);
    return new Question(Map.copyOf(terms), kinds);
  }

  private static void word(String written, int words, Map<String, Double> terms) {
    int parenthesis = written.indexOf('(');
    boolean call = parenthesis > 0 && !written.startsWith("$");
    String name = EDGE.matcher(call ? written.substring(0, parenthesis) : written).replaceAll("");
    if (name.isEmpty()) {
      return;
    }
    boolean sure = call || looksLikeName(name);
    double whole = sure ? NAME : words <= 3 ? 1 : WORD;
    terms.merge(Terms.whole(name), whole, Math::max);
    for (String part : Terms.of(name)) {
      terms.merge(part, sure ? PART : 1.0, Math::max);
    }
  }

  /** Underscores, colons, dollars, and capitals within or throughout make no English word. */
  private static boolean looksLikeName(String word) {
    String inner = word.substring(1);
    return word.startsWith("$")
        || inner.indexOf('_') >= 0
        || inner.indexOf(':') > 0
        || (inner.indexOf('.') > 0 && Character.isLetter(word.charAt(0)))
        || (!inner.equals(inner.toLowerCase(Locale.ROOT))
            && !word.equals(word.toUpperCase(Locale.ROOT))
            && Character.isLowerCase(word.charAt(0)));
  }
}
