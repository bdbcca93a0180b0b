package dev.opensipsmcp.server.toolset.reload;

import dev.opensipsmcp.server.toolset.stream.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that shows what a module has loaded.
 *
 * @param command the MI command that lists, under its name up to 3.6
 * @param path the way to its rows; empty when the answer is one object of names and values
 * @param parts what tells one row from another, as paths in the row
 */
record Keys(String command, String path, List<String> parts) {
  Keys {
    parts = List.copyOf(parts);
  }

  static Keys of(String command, String path, String... parts) {
    return new Keys(command, path, List.of(parts));
  }

  /** {@return what tells a row from others; empty for what is none, such as an empty object} */
  String key(Row row) {
    if (parts.contains("value") && row.text("value").isBlank()) {
      return "";
    }
    List<String> texts = new ArrayList<>();
    for (String part : parts) {
      String text = row.text(part).strip();
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return String.join(" ", texts);
  }
}
