package dev.opensipsmcp.server.toolset.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a text apart into the words that a search compares. */
final class Words {
  private static final Set<String> IDLE =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "is", "are",
          "be", "it", "its", "this", "that", "what", "which", "how", "do", "does", "i", "me", "my",
          "we", "with", "from", "as", "not", "use", "when", "one", "can", "you", "please", "there",
          "has", "have", "all", "their", "them", "want", "need", "show");

  private Words() {}

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
