package dev.opensipsmcp.server.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What people say and what cards say for it. */
final class Synonyms {
  /** How much a word that was not said counts beside those that were. */
  private static final double MEANT = 0.7;

  private static final class Holder {
    static final List<Saying> ALL = read();
  }

  /** The terms that are said, one behind the other, and those that are meant. */
  private record Saying(List<String> said, List<String> meant) {}

  private Synonyms() {}

  /** Adds what is meant by what was said. */
  static void add(List<String> asked, Map<String, Double> terms) {
    for (Saying saying : Holder.ALL) {
      if (Collections.indexOfSubList(asked, saying.said()) >= 0) {
        for (String meant : saying.meant()) {
          terms.merge(meant, MEANT, Math::max);
        }
      }
    }
  }

  private static List<Saying> read() {
    List<Saying> all = new ArrayList<>();
    for (List<String> row : Resource.rows("synonyms.txt")) {
      List<String> meant = Terms.of(row.get(1));
      for (String said : row.getFirst().split(",", -1)) {
        all.add(new Saying(Terms.of(said), meant));
      }
    }
    return List.copyOf(all);
  }
}
