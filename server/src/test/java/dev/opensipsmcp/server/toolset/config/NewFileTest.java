package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was new goes away again, and only if it is still that file. */
class NewFileTest {
  @TempDir Path folder;
  private Path fresh = Path.of("");

  @BeforeEach
  void aDirectory() {
    fresh = folder.resolve("new.cfg");
  }

  private Restore made(AtDesk desk) {
    Restore restore =
        desk.plan("cfg_file_write", "path", fresh, "config_content", AtDesk.GOOD)
            .restore()
            .orElseThrow();
    desk.object("cfg_file_write", "path", fresh, "config_content", AtDesk.GOOD);
    return restore;
  }

  private static Object[] pairs(JsonObject json) {
    return json.entrySet().stream()
        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
        .toArray();
  }

  @Test
  void theUndoOfANewFileTakesItAwayAndItsOwnUndoBringsItBack() throws IOException {
    try (AtDesk desk = new AtDesk(folder)) {
      Restore undo = made(desk);
      assertThat(undo.before().get("sha256").getAsString()).isEmpty();
      Object[] gone = pairs(undo.inverse().arguments());
      Restore back = desk.plan(undo.inverse().tool(), gone).restore().orElseThrow();

      JsonObject removed = desk.object(undo.inverse().tool(), gone);

      assertThat(fresh).doesNotExist();
      assertThat(removed.get("result").getAsString()).isEqualTo("removed");
      assertThat(Path.of(removed.get("backup_path").getAsString())).hasContent(AtDesk.GOOD);

      desk.object(back.inverse().tool(), pairs(back.inverse().arguments()));

      assertThat(Files.readString(fresh)).isEqualTo(AtDesk.GOOD);
    }
  }

  @Test
  void aNewFileThatSomebodyChangedStays() throws IOException {
    try (AtDesk desk = new AtDesk(folder)) {
      Object[] gone = pairs(made(desk).inverse().arguments());
      Files.writeString(fresh, AtDesk.GOOD + "# mine\n");

      Outcome.Failure refused = desk.failure("cfg_rollback", gone);

      assertThat(refused.code()).isEqualTo("CONFIG_CHANGED");
      assertThat(refused.cause()).contains("not taken away", "something else");
      assertThat(fresh).exists();
    }
  }

  @Test
  void aFileThatIsGoneAlreadyIsToldSo() throws IOException {
    try (AtDesk desk = new AtDesk(folder)) {
      Object[] gone = pairs(made(desk).inverse().arguments());
      Files.delete(fresh);

      assertThat(desk.failure("cfg_rollback", gone).code()).isEqualTo("CONFIG_UNREADABLE");
    }
  }

  @Test
  void aCopyAndANewFileAtOnceMakeNoSense() {
    try (AtDesk desk = new AtDesk(folder)) {
      JsonObject both = made(desk).inverse().arguments().deepCopy();
      both.addProperty("backup_path", "/x/new.cfg.20261127T230501123Z.bak");

      assertThat(desk.failure("cfg_rollback", pairs(both)).code()).isEqualTo("ARGUMENTS_WRONG");
      assertThat(fresh).exists();
    }
  }
}
