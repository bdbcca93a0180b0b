package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Collects the names that are most like a wanted one. Two things count alike: how few letters must
 * change, and how many words the names share. Case does not count.
 */
final class NearestNames {
  private static final int MOST = 5;

  /** Below this, of 2000 for equal names, a name has nothing to do with the wanted one. */
  private static final int LEAST = 600;

  private record Scored(String name, int score) {}

  private final String wanted;
  private final List<String> wantedWords;
  private final List<Scored> offered = new ArrayList<>();

  NearestNames(String wanted) {
    this.wanted = wanted.toLowerCase(Locale.ROOT);
    wantedWords = words(this.wanted);
  }

  /** Offers a name that stands for a canonical one. */
  void offer(String name, String canonical) {
    String lower = name.toLowerCase(Locale.ROOT);
    int score = letters(lower) + sharedWords(lower);
    if (score >= LEAST) {
      offered.add(new Scored(canonical, score));
    }
  }

  /** {@return the nearest canonical names, best first, at most five} */
  List<String> best() {
    offered.sort(Comparator.comparingInt(Scored::score).reversed().thenComparing(Scored::name));
    List<String> best = new ArrayList<>(MOST);
    for (Scored scored : offered) {
      if (best.size() < MOST && !best.contains(scored.name())) {
        best.add(scored.name());
      }
    }
    return List.copyOf(best);
  }

  private int letters(String name) {
    int longest = Math.max(name.length(), wanted.length());
    return longest == 0 ? 0 : 1000 - 1000 * Nearest.distance(wanted, name) / longest;
  }

  private int sharedWords(String name) {
    List<String> words = words(name);
    int shared = 0;
    for (String word : words) {
      if (wantedWords.contains(word)) {
        shared++;
      }
    }
    int all = words.size() + wantedWords.size();
    return all == 0 ? 0 : Math.min(1000, 2000 * shared / all);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
        if (i > from) {
          words.add(name.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }
}
