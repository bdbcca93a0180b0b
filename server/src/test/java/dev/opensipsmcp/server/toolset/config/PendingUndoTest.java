package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Retention;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.journal.ChangeRecord;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy that an undo of the journal would bring back is claimed, and no other. */
class PendingUndoTest {
  private static final Path FILE = Path.of("/etc/opensips/opensips.cfg");

  @TempDir Path folder;
  private ChangeJournal journal = new ChangeJournal(Path.of("unused"));

  @BeforeEach
  void anEmptyJournal() {
    journal = new ChangeJournal(folder.resolve("state/changes.jsonl"));
  }

  private static JsonObject state(String hash) {
    JsonObject state = new JsonObject();
    state.addProperty("path", FILE.toString());
    state.addProperty("sha256", hash);
    return state;
  }

  private void begin(String id, Restore restore) throws IOException {
    journal.begin(
        new ChangeRecord(
            id,
            Instant.EPOCH,
            "",
            "tester",
            "engineer",
            "Replace the text",
            restore,
            ChangeRecord.Status.BEGUN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private void written(String id, String before, String after) throws IOException {
    begin(id, FileWork.restore(FILE, before, FileWrite.NAME));
    journal.done(id, Optional.of(state(after)));
  }

  private Set<String> claimed(String now) throws IOException {
    return new PendingUndo(journal).hashes(FILE, now);
  }

  @Test
  void theUndoOfWhatTheFileHoldsNowNeedsItsCopy() throws IOException {
    written("1", "a", "b");
    written("2", "b", "c");

    assertThat(claimed("c")).containsExactly("b");
    // Once the second is taken back, the first can be, too.
    assertThat(claimed("b")).containsExactly("a");
    assertThat(claimed("somebody else's")).isEmpty();
  }

  @Test
  void twoWaysBackFromTheSameTextAreBothKept() throws IOException {
    written("1", "x", "b");
    written("2", "b", "a");
    written("3", "a", "b");

    assertThat(claimed("b")).containsExactlyInAnyOrder("x", "a");
  }

  @Test
  void aChangeThatIsBeingMadeKeepsItsCopyAndOneThatFailedDoesNot() throws IOException {
    begin("1", FileWork.restore(FILE, "a", FileWrite.NAME));
    begin("2", FileWork.restore(FILE, "z", FileWrite.NAME));
    journal.failed("2");

    assertThat(claimed("b")).containsExactly("a");
  }

  @Test
  void whatWasTakenBackOrIsNoFileClaimsNothing() throws IOException {
    written("1", "a", "b");
    journal.reverted("1", "9");
    JsonObject dialog = new JsonObject();
    dialog.addProperty("backup_hash", "d");
    begin(
        "2",
        new Restore(
            state("b"), new Step("dlg_push_var", dialog), new Step("dlg_push_var", dialog)));

    assertThat(claimed("b")).isEmpty();
  }

  @Test
  void anEmptyJournalClaimsNothing() throws IOException {
    assertThat(claimed("a")).isEmpty();
  }

  @Test
  void theToolTellsWhichCopiesWentAndKeepsTheOneThatAnUndoNeeds() throws IOException {
    Path file = Files.writeString(folder.resolve("opensips.cfg"), AtDesk.GOOD);
    Retention one = new Retention(1, Duration.ofDays(1), new PendingUndo(journal));
    try (AtDesk desk =
        new AtDesk(
            ConfigDesk.of(List.of(folder), "3.6", Optional.empty(), InstantSource.system())
                .with(one))) {
      String first = hash(desk, file);
      JsonObject result = write(desk, file, "480");
      assertThat(result.has("pruned")).isFalse();
      // To and fro: the first copy is what the first change would be taken back with.
      String second = hash(desk, file);
      written("1", first, second);
      result = write(desk, file, "486");
      assertThat(result.getAsJsonArray("pruned")).hasSize(1);
      write(desk, file, "480");
      assertThat(desk.copies(file)).hasSize(1);
      assertThat(desk.plan("cfg_file_write", args(desk, file, "404")).effects())
          .anyMatch(effect -> effect.contains("newest 1 ") && effect.contains("undo"));
    }
  }

  private static String hash(AtDesk desk, Path file) {
    return desk.object("cfg_file_read", "path", file).get("sha256").getAsString();
  }

  private static Object[] args(AtDesk desk, Path file, String code) {
    return new Object[] {
      "path",
      file,
      "expected_hash",
      hash(desk, file),
      "config_content",
      AtDesk.GOOD.replace("404", code)
    };
  }

  private static JsonObject write(AtDesk desk, Path file, String code) {
    return desk.object("cfg_file_write", args(desk, file, code));
  }
}
