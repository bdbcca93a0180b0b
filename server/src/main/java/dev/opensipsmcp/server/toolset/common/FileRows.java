package dev.opensipsmcp.server.toolset.common;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Files as rows of a list. */
public final class FileRows {
  private FileRows() {}

  /**
   * {@return a row with path, bytes and changed for each file that is still there, the one written
   * last first}
   */
  public static List<JsonObject> newestFirst(Collection<Path> files) {
    List<JsonObject> rows = new ArrayList<>();
    files.forEach(file -> add(file, rows));
    rows.sort(
        Comparator.comparing((JsonObject row) -> Json.text(row, "changed"))
            .reversed()
            .thenComparing(row -> Json.text(row, "path")));
    return rows;
  }

  private static void add(Path file, List<JsonObject> rows) {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      JsonObject row = Json.object("path", file.toString());
      row.addProperty("bytes", about.size());
      row.addProperty("changed", about.lastModifiedTime().toInstant().toString());
      rows.add(row);
    } catch (IOException _) {
      // It went away meanwhile.
    }
  }
}
