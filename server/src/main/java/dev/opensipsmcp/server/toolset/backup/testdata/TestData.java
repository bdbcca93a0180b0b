package dev.opensipsmcp.server.toolset.backup.testdata;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The ledger of rows that were made for tests: a file for each batch, written before the rows are
 * made, so that a process that is killed leaves none that nobody knows of. No column of every
 * version's tables has room for a mark.
 *
 * @param directory where the ledger and the passwords lie, for their owner only
 */
public record TestData(Path directory) {
  private static final String ROWS = ".rows.jsonl";
  private static final String PASSWORDS = ".passwords.csv";

  /** Writes a batch down; on the disk when this returns. */
  void begin(String batch, List<MadeRow> rows) throws IOException {
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(row.json()).append('\n'));
    write(batch + ROWS, lines.toString());
  }

  /**
   * Keeps passwords.
   *
   * @param lines user, domain and password, with commas between
   * @return the file
   */
  Path keep(String batch, List<String> lines) throws IOException {
    return write(batch + PASSWORDS, String.join("\n", lines) + "\n");
  }

  private Path write(String name, String text) throws IOException {
    OwnerOnly.makeDirectory(directory);
    Path file = directory.resolve(name);
    OwnerOnly.create(file, text);
    OwnerOnly.sync(directory);
    return file;
  }

  /** {@return every row that was made and not cleaned, oldest batch first} */
  List<MadeRow> rows() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + ROWS)) {
        found.forEach(files::add);
      }
    }
    files.sort(Path::compareTo);
    List<MadeRow> rows = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();
        rows.add(MadeRow.of(json));
      }
    }
    return rows;
  }

  /** Forgets a batch, or keeps of it what is left; its passwords go with its last row. */
  void left(String batch, List<MadeRow> rows) throws IOException {
    Path file = directory.resolve(batch + ROWS);
    if (rows.isEmpty()) {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory.resolve(batch + PASSWORDS));
      return;
    }
    Path next = directory.resolve(batch + ".next");
    Files.deleteIfExists(next);
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(row.json()).append('\n'));
    write(batch + ".next", lines.toString());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
