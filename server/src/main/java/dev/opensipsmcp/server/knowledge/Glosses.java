package dev.opensipsmcp.server.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What things are for, in the words of people; the same for every version. */
final class Glosses {
  private static final class Holder {
    static final Map<String, String> ALL = read();
  }

  private Glosses() {}

  /** {@return every gloss, by the card's id; MI commands under their names up to 3.6} */
  static Map<String, String> all() {
    return Holder.ALL;
  }

  private static Map<String, String> read() {
    Map<String, String> all = new HashMap<>();
    for (List<String> row : Resource.rows("glosses.txt")) {
      all.put(row.get(0), row.get(1));
    }
    return Map.copyOf(all);
  }
}
