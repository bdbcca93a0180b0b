package dev.opensipsmcp.facts.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that MI commands had up to 3.6 and have since 4.0, read from {@code mi-renames.tsv}:
 * old name, new name and, where several modules export the old name, the module that is meant. The
 * first line with a name gives its usual translation.
 */
final class Renames {
  private final Map<String, String> toGrouped = new HashMap<>(512);
  private final Map<String, String> toPlain = new HashMap<>(512);

  Renames(String text) {
    Rows rows = new Rows(text);
    while (rows.next()) {
      String plain = rows.field();
      String grouped = rows.field();
      String module = rows.field();
      toGrouped.putIfAbsent(plain, grouped);
      toPlain.putIfAbsent(grouped, plain);
      if (!module.isEmpty()) {
        toGrouped.put(ofModule(plain, module), grouped);
      }
    }
  }

  private static String ofModule(String plain, String module) {
    return plain + '\t' + module;
  }

  /** {@return the {@code group:command} name since 4.0 of a name up to 3.6} */
  Optional<String> grouped(String plain) {
    return Optional.ofNullable(toGrouped.get(plain));
  }

  /** {@return the same for the command that a certain module exports} */
  Optional<String> grouped(String plain, String module) {
    String own = toGrouped.get(ofModule(plain, module));
    return own == null ? grouped(plain) : Optional.of(own);
  }

  /** {@return the name up to 3.6 of a {@code group:command} name} */
  Optional<String> plain(String grouped) {
    return Optional.ofNullable(toPlain.get(grouped));
  }
}
