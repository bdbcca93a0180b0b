package dev.opensipsmcp.server.journal;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.files.AppendedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The changes that can be taken back, in a file of the state directory that only grows. Several
 * processes may share it. A change is written down before it runs, so that one that is cut off is
 * known too. Safe for many threads.
 */
public final class ChangeJournal implements ChangeReads {
  private final AppendedFile file;

  /**
   * Opens a journal; its file is made when first written.
   *
   * @param path where it lies
   */
  public ChangeJournal(Path path) {
    this.file = new AppendedFile(path);
  }

  /**
   * Writes down a change that is about to run; on the disk when this returns.
   *
   * @throws IOException when it can't be written; then the change must not run
   */
  public void begin(ChangeRecord change) throws IOException {
    append(RecordJson.begun(change), true);
  }

  /**
   * Writes down that a change was made.
   *
   * @param after its target's state now, where it could be read
   * @throws IOException when it can't be written
   */
  public void done(String id, Optional<JsonObject> after) throws IOException {
    append(RecordJson.done(id, after), true);
  }

  /**
   * Writes down that a change was not made.
   *
   * @throws IOException when it can't be written
   */
  public void failed(String id) throws IOException {
    append(RecordJson.ended(id, ChangeRecord.Status.FAILED), false);
  }

  /**
   * Writes down that a change may have been made.
   *
   * @throws IOException when it can't be written
   */
  public void unknown(String id) throws IOException {
    append(RecordJson.ended(id, ChangeRecord.Status.UNKNOWN), true);
  }

  /**
   * Writes down that a change was taken back.
   *
   * @param by the change that did
   * @throws IOException when it can't be written
   */
  public void reverted(String id, String by) throws IOException {
    append(RecordJson.reverted(id, by), true);
  }

  @Override
  public Optional<ChangeRecord> find(String id) throws IOException {
    return Optional.ofNullable(read().get(id));
  }

  @Override
  public List<ChangeRecord> newestFirst() throws IOException {
    return new ArrayList<>(read().values()).reversed();
  }

  private void append(String line, boolean durable) throws IOException {
    file.locked(channel -> {
      AppendedFile.append(channel, line, durable);
      return line;
    });
  }

  private Map<String, ChangeRecord> read() throws IOException {
    Map<String, ChangeRecord> changes = new LinkedHashMap<>();
    if (Files.exists(file.path())) {
      try (Stream<String> lines = Files.lines(file.path())) {
        lines.forEach(line -> RecordJson.take(line, changes));
      }
    }
    return changes;
  }
}
