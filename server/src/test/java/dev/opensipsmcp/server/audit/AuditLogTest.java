package dev.opensipsmcp.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.audit.AuditEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T22:00:00Z"), ZoneOffset.UTC);

  @TempDir Path directory;
  private Path file;
  private AuditLog log;

  @BeforeEach
  void startEmpty() {
    file = directory.resolve("state/audit.jsonl");
    log = new AuditLog(file, CLOCK);
  }

  @Test
  void a_trail_that_nobody_touched_is_intact_and_counts_its_lines() throws IOException {
    assertThat(log.verify()).isInstanceOf(AuditVerdict.Intact.class);
    for (int i = 0; i < 5; i++) {
      log.writeDurably(event(Kind.OUTCOME, "c" + i, "dlg_end"));
    }
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Intact.class, intact -> assertThat(intact.lines()).isEqualTo(5));
  }

  @Test
  void a_changed_line_is_found() throws IOException {
    write(3);
    Files.writeString(file, Files.readString(file).replaceFirst("tool1", "tool9"));
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Broken.class, broken -> assertThat(broken.line()).isEqualTo(2));
  }

  @Test
  void a_removed_line_is_found() throws IOException {
    write(3);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(1);
    Files.write(file, lines);
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Broken.class, broken -> assertThat(broken.line()).isEqualTo(2));
  }

  @Test
  void an_inserted_line_is_found() throws IOException {
    write(2);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(1, lines.getFirst());
    Files.write(file, lines);
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Broken.class, broken -> assertThat(broken.line()).isEqualTo(2));
  }

  @Test
  void only_its_owner_can_read_it() throws IOException {
    write(1);
    assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
  }

  @Test
  void what_a_withdrawn_call_did_is_written_too() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < 200; i++) {
                  log.writeDurably(event(Kind.OUTCOME, "w" + i, "dlg_end"));
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              } finally {
                done.countDown();
              }
            });
    while (done.getCount() > 0) {
      writer.interrupt();
      Thread.onSpinWait();
    }
    assertThat(log.verify()).isInstanceOf(AuditVerdict.Intact.class);
    String trail = Files.readString(file);
    for (int i = 0; i < 200; i++) {
      assertThat(trail).contains("\"w" + i + "\"");
    }
  }

  @Test
  void writers_that_share_the_file_make_one_chain() throws Exception {
    AuditLog other = new AuditLog(file, CLOCK);
    List<Thread> writers = new ArrayList<>();
    for (AuditLog each : List.of(log, other, log, other)) {
      writers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 20; i++) {
                  try {
                    each.write(event(Kind.READ, "r", "dlg_list"));
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }
              }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Intact.class, intact -> assertThat(intact.lines()).isEqualTo(80));
  }

  @Test
  void half_a_line_of_a_dead_process_is_dropped_and_noted() throws IOException {
    write(2);
    Files.writeString(file, "{\"time\":\"2026", StandardOpenOption.APPEND);
    log.writeDurably(event(Kind.OUTCOME, "later", "tool"));
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Intact.class, intact -> assertThat(intact.lines()).isEqualTo(4));
    assertThat(log.query(AuditFilter.newest(2)).events().get(1).toString())
        .contains("recovered", "13 bytes");
  }

  @Test
  void a_file_that_is_no_trail_is_not_written_to() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "something else\n");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> log.writeDurably(event(Kind.INTENT, "c", "dlg_end")));
    assertThat(file).hasContent("something else\n");
  }

  @Test
  void a_change_whose_process_died_is_reported_once() throws IOException {
    log.writeDurably(intent("dead", "999999999@2020-01-01T00:00:00Z"));
    log.writeDurably(intent("done", "999999999@2020-01-01T00:00:00Z"));
    log.writeDurably(event(Kind.OUTCOME, "done", "dlg_end"));
    log.writeDurably(intent("running", ProcessMark.current().text()));
    List<JsonObject> found = log.recover();
    assertThat(found).extracting(intent -> intent.get("id").getAsString()).containsExactly("dead");
    assertThat(log.recover()).isEmpty();
    assertThat(log.query(AuditFilter.newest(1)).events().getFirst().toString())
        .contains("recovered", "OUTCOME_UNKNOWN", "\"id\":\"dead\"");
    assertThat(log.verify()).isInstanceOf(AuditVerdict.Intact.class);
  }

  @Test
  void an_argument_that_reads_like_an_event_hides_no_intent() throws IOException {
    AuditEvent event = intent("dead", "999999999@2020-01-01T00:00:00Z");
    JsonObject arguments = new JsonObject();
    arguments.addProperty("event", "read");
    event.fields().add("arguments", arguments);
    log.writeDurably(event);
    assertThat(log.recover()).hasSize(1);
  }

  @Test
  void events_come_newest_first_page_by_page() throws IOException {
    write(250);
    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    boolean more = true;
    while (more) {
      AuditPage page = log.query(filter(Optional.empty(), cursor, 60));
      page.events().forEach(event -> seen.add(event.get("id").getAsString()));
      more = page.more();
      cursor = Optional.of(page.cursorAfter(page.events().size()));
    }
    assertThat(seen).hasSize(250).doesNotHaveDuplicates().startsWith("c249").endsWith("c0");
  }

  @Test
  void a_filter_takes_what_it_names() throws IOException {
    write(20);
    assertThat(log.query(filter(Optional.of("tool7"), Optional.empty(), 10)).events())
        .extracting(event -> event.get("id").getAsString())
        .containsExactly("c7");
  }

  @Test
  void a_made_up_cursor_is_refused() throws IOException {
    write(1);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> log.query(filter(Optional.empty(), Optional.of("99999999"), 10)));
  }

  private void write(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      log.write(event(Kind.OUTCOME, "c" + i, "tool" + i));
    }
  }

  private static AuditEvent event(Kind kind, String id, String tool) {
    JsonObject fields = new JsonObject();
    fields.addProperty("tool", tool);
    return new AuditEvent(kind, id, fields);
  }

  private static AuditEvent intent(String id, String process) {
    AuditEvent event = event(Kind.INTENT, id, "dlg_end");
    event.fields().addProperty("process", process);
    return event;
  }

  private static AuditFilter filter(Optional<String> tool, Optional<String> cursor, int limit) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tool,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        cursor,
        limit);
  }
}
