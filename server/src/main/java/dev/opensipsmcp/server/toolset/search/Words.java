package dev.opensipsmcp.server.toolset.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a text apart into the words that a search compares. */
final class Words {
  private static final Set<String> IDLE =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "is", "are",
          "be", "it", "its", "this", "that", "what", "which", "how", "do", "does", "i", "me", "my",
          "we", "with", "from", "as", "not", "use", "when", "one", "can", "you", "please", "there",
          "has", "have", "all", "their", "them", "want", "need", "show");

  private static final Set<String> QUESTIONS =
      Set.of("which", "what", "when", "where", "who", "whom", "how", "is", "are", "does", "do");

  /** What people say, and the verb that tools have for it. */
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("add", "create"),
          Map.entry("new", "create"),
          Map.entry("put", "create"),
          Map.entry("change", "update"),
          Map.entry("modify", "update"),
          Map.entry("edit", "update"),
          Map.entry("remove", "delete"),
          Map.entry("which", "list"));

  /** How much such a verb counts beside the word that was said. */
  private static final double MEANT = 0.5;

  private Words() {}

  /** {@return the words of a query, each with how much it counts} */
  static Map<String, Double> asked(String query) {
    Map<String, Double> asked = new HashMap<>();
    for (String said : query.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}]+", -1)) {
      Optional.ofNullable(VERBS.get(said)).ifPresent(verb -> asked.put(stem(verb), MEANT));
    }
    of(query).forEach(word -> asked.put(word, 1.0));
    return asked;
  }

  /** {@return whether somebody wants to know something} */
  static boolean isQuestion(String query) {
    String first = query.strip().split("\\W", 2)[0];
    return QUESTIONS.contains(first.toLowerCase(Locale.ROOT));
  }

  /** {@return the words in order, in lower case, without endings and without idle words} */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder(16);
    for (int at = 0; at <= text.length(); at++) {
      char letter = at < text.length() ? Character.toLowerCase(text.charAt(at)) : ' ';
      if (Character.isLetterOrDigit(letter)) {
        word.append(letter);
      } else if (!word.isEmpty()) {
        add(words, word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static void add(List<String> words, String word) {
    if (!IDLE.contains(word)) {
      words.add(stem(word));
    }
  }

  /** Cuts the commonest English endings, so that {@code calls} and {@code calling} meet. */
  private static String stem(String word) {
    String stem = word;
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 4 && stem.endsWith("ies")) {
      return stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
