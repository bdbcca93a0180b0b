package dev.opensipsmcp.cfg.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What modules are there for. */
final class Roles {
  static final String OTHER = "other";

  private static final Map<String, String> ROLE_OF = new LinkedHashMap<>();
  private static final List<String> ORDER = new ArrayList<>();

  static {
    for (List<String> row : Tables.read("roles.tsv")) {
      ORDER.add(row.getFirst());
      for (String module : row.get(1).split(" ", -1)) {
        ROLE_OF.put(module, row.getFirst());
      }
    }
    ORDER.add(OTHER);
  }

  private Roles() {}

  static Map<String, String> all() {
    return Map.copyOf(ROLE_OF);
  }

  static String of(String module) {
    return ROLE_OF.getOrDefault(module, OTHER);
  }

  /** {@return modules by role, in the order of the table; roles without modules are left out} */
  static SequencedMap<String, List<String>> sorted(List<String> modules) {
    SequencedMap<String, List<String>> sorted = new LinkedHashMap<>();
    for (String role : ORDER) {
      List<String> of = modules.stream().filter(module -> of(module).equals(role)).toList();
      if (!of.isEmpty()) {
        sorted.put(role, of);
      }
    }
    return sorted;
  }
}
