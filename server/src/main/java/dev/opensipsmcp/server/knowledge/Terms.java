package dev.opensipsmcp.server.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes texts and identifiers apart into the terms that a search compares. */
final class Terms {
  private static final Set<String> IDLE =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "to",
          "in",
          "on",
          "at",
          "by",
          "for",
          "and",
          "or",
          "is",
          "are",
          "be",
          "it",
          "its",
          "this",
          "that",
          "what",
          "how",
          "do",
          "does",
          "i",
          "me",
          "my",
          "we",
          "with",
          "from",
          "as",
          "when",
          "can",
          "you",
          "please",
          "there",
          "has",
          "have",
          "was",
          "s",
          "opensips",
          "if",
          "their",
          "them",
          "need",
          "want",
          "should",
          "where",
          "who",
          "would",
          "so",
          "than",
          "then",
          "they",
          "get",
          "use",
          "used",
          "using");

  private Terms() {}

  /** {@return the words of a text, in lower case, split at _ and camel case, without endings} */
  static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    StringBuilder word = new StringBuilder(16);
    char before = ' ';
    for (int at = 0; at <= text.length(); at++) {
      char letter = at < text.length() ? text.charAt(at) : ' ';
      boolean part = Character.isLetterOrDigit(letter);
      boolean hump = Character.isUpperCase(letter) && Character.isLowerCase(before);
      if ((!part || hump) && !word.isEmpty()) {
        add(terms, word.toString());
        word.setLength(0);
      }
      if (part) {
        word.append(Character.toLowerCase(letter));
      }
      before = letter;
    }
    return terms;
  }

  private static void add(List<String> terms, String word) {
    if (!IDLE.contains(word)) {
      terms.add(stem(word));
    }
  }

  /** {@return a name as it is compared when it is meant as a whole} */
  static String whole(String name) {
    return "=" + name.toLowerCase(Locale.ROOT);
  }

  /** Cuts the commonest English endings, so that {@code calls} and {@code calling} meet. */
  static String stem(String word) {
    String stem = word;
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = undoubled(stem.substring(0, stem.length() - 3));
    } else if (stem.length() > 4 && stem.endsWith("ied")) {
      return stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = undoubled(stem.substring(0, stem.length() - 2));
    } else if (stem.length() > 4 && stem.endsWith("ies")) {
      return stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.length() > 3
        && stem.endsWith("s")
        && !stem.endsWith("ss")
        && !stem.endsWith("us")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String undoubled(String stem) {
    int last = stem.length() - 1;
    boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && "bdgmnprt".indexOf(stem.charAt(last)) >= 0 ? stem.substring(0, last) : stem;
  }
}
