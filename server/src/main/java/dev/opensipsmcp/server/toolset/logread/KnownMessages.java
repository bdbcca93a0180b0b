package dev.opensipsmcp.server.toolset.logread;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The table of known messages. Each pattern's words were found in OpenSIPS's source of the versions
 * that its row names.
 *
 * @param all the messages, sorted by module and pattern
 */
record KnownMessages(List<KnownMessage> all) {
  private static final int COLUMNS = 6;

  KnownMessages {
    all = List.copyOf(all);
  }

  /** Read when a tool first needs it, since a start does not. */
  private static final class Table {
    private static final KnownMessages READ = read();

    private Table() {}
  }

  /** {@return the table} */
  static KnownMessages table() {
    return Table.READ;
  }

  private static KnownMessages read() {
    try (InputStream in = KnownMessages.class.getResourceAsStream("messages.tsv")) {
      String text =
          new String(
              Objects.requireNonNull(in, "messages.tsv").readAllBytes(), StandardCharsets.UTF_8);
      List<KnownMessage> all = new ArrayList<>();
      text.lines().filter(line -> !line.isBlank()).forEach(line -> all.add(row(line)));
      return new KnownMessages(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownMessage row(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("messages.tsv has a row of " + cells.length + ": " + line);
    }
    return new KnownMessage(
        cells[0], cells[1], List.of(cells[2].split(" ", -1)), cells[3], cells[4], cells[5]);
  }

  /** {@return the known message that a line is; of several the one with the longest pattern} */
  Optional<KnownMessage> find(LogLine line) {
    return all.stream()
        .filter(message -> message.matches(line))
        .max(Comparator.comparingInt(message -> message.pattern().length()));
  }
}
