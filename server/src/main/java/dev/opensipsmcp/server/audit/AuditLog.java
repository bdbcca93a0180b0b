package dev.opensipsmcp.server.audit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.files.AppendedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail: a file of JSON lines, each chained to the one before by its hash.
 *
 * <p>Safe for many threads, and for several processes that share the file. Nothing is touched
 * before the first use.
 */
public final class AuditLog {
  private final AppendedFile file;
  private final Clock clock;

  /**
   * Makes a trail.
   *
   * @param path its file; made, with its directory, when first written
   * @param clock gives the times
   */
  public AuditLog(Path path, Clock clock) {
    this.file = new AppendedFile(path);
    this.clock = clock;
  }

  /** {@return the file} */
  public Path path() {
    return file.path();
  }

  /**
   * Appends an event and waits until the disk has it.
   *
   * @throws IOException when it could not be written; the trail is as before
   */
  public void writeDurably(AuditEvent event) throws IOException {
    file.locked(channel -> {
      append(channel, event, true);
      return event;
    });
  }

  /**
   * Appends an event and leaves it to the system when the disk gets it: for reads, which change
   * nothing that a power failure could make unexplained.
   *
   * @throws IOException when it could not be written
   */
  public void write(AuditEvent event) throws IOException {
    file.locked(channel -> {
      append(channel, event, false);
      return event;
    });
  }

  /**
   * Finds changes that a process began and never ended because it died, and closes them in the
   * trail. Each is found once.
   *
   * @return their intents: whether such a change took place is not known
   * @throws IOException when the trail can't be read or written
   */
  public List<JsonObject> recover() throws IOException {
    if (!Files.exists(file.path())) {
      return List.of();
    }
    return file.locked(channel -> {
      Tail _ = mended(channel);
      List<JsonObject> interrupted = OpenIntents.ofDeadProcesses(file.path(), channel.size());
      for (JsonObject intent : interrupted) {
        append(channel, OpenIntents.recovered(intent), true);
      }
      return interrupted;
    });
  }

  /**
   * Checks the chain from the first line to the last.
   *
   * @throws IOException when the file can't be read
   */
  public AuditVerdict verify() throws IOException {
    return Verification.of(file.path(), file.wholeSize());
  }

  /**
   * Reads events, newest first, in memory of one page.
   *
   * @throws IOException when the file can't be read
   * @throws IllegalArgumentException when the cursor is none of this trail's
   */
  public AuditPage query(AuditFilter filter) throws IOException {
    List<JsonObject> events = new ArrayList<>();
    List<String> cursors = new ArrayList<>();
    long size = file.wholeSize();
    if (size == 0) {
      return new AuditPage(events, cursors, false);
    }
    long from = filter.cursor().isEmpty() ? size : Cursors.parse(filter.cursor().get(), size);
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      BackwardLines lines = new BackwardLines(channel, from);
      Optional<BackwardLines.Line> line = lines.previous();
      while (line.isPresent() && events.size() < filter.limit()) {
        JsonObject event = read(line.get());
        if (Matching.matches(filter, event)) {
          events.add(event);
          cursors.add(Cursors.of(line.get().offset()));
        }
        line = lines.previous();
      }
      return new AuditPage(events, cursors, line.isPresent());
    }
  }

  private void append(FileChannel channel, AuditEvent event, boolean durable) throws IOException {
    Tail tail = mended(channel);
    AppendedFile.append(channel, seal(event, tail.seq() + 1, tail.hash()).line(), durable);
  }

  /** Finds the end; where a dying process left half a line, says so in the trail. */
  private Tail mended(FileChannel channel) throws IOException {
    Tail tail = Tail.of(channel);
    if (tail.torn() == 0) {
      return tail;
    }
    JsonObject note = new JsonObject();
    note.addProperty("detail", "An incomplete last line of " + tail.torn() + " bytes was dropped");
    AuditEvent torn = new AuditEvent(AuditEvent.Kind.RECOVERED, "-", note);
    Chain.Sealed sealed = seal(torn, tail.seq() + 1, tail.hash());
    AppendedFile.append(channel, sealed.line(), true);
    return new Tail(tail.seq() + 1, sealed.hash(), 0);
  }

  private Chain.Sealed seal(AuditEvent event, long seq, String prev) {
    JsonObject line = new JsonObject();
    line.addProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.addProperty("seq", seq);
    line.addProperty("event", event.kind().label());
    line.addProperty("id", event.id());
    event.fields().asMap().forEach(line::add);
    return Chain.seal(line.toString(), prev);
  }

  private static JsonObject read(BackwardLines.Line line) {
    try {
      JsonObject event = JsonParser.parseString(line.text()).getAsJsonObject();
      event.remove("prev");
      event.remove("hash");
      return event;
    } catch (JsonParseException | IllegalStateException e) {
      JsonObject unreadable = new JsonObject();
      unreadable.addProperty("event", "unreadable");
      unreadable.addProperty("detail", "A damaged line at byte " + line.offset());
      return unreadable;
    }
  }
}
