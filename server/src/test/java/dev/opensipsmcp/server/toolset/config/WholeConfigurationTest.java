package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration of two files is checked as one, whichever of them is edited. */
class WholeConfigurationTest {
  private static final String PART = "route[more] {\n\tsend_reply(480, \"Later\");\n}\n";
  private static final String MAIN = AtDesk.GOOD + "include_file \"part.inc\"\n";

  @TempDir Path folder;
  private Path main = Path.of("");
  private Path part = Path.of("");

  @BeforeEach
  void twoFiles() throws IOException {
    Path etc = Files.createDirectory(folder.resolve("etc"));
    main = Files.writeString(etc.resolve("opensips.cfg"), MAIN);
    part = Files.writeString(etc.resolve("part.inc"), PART);
  }

  private AtDesk desk() {
    return new AtDesk(
        ConfigDesk.of(
                List.of(folder.resolve("etc")), "3.6", Optional.empty(), InstantSource.system())
            .startedWith(List.of(main)));
  }

  private static Object[] write(AtDesk desk, Path file, String text) {
    String hash = desk.object("cfg_file_read", "path", file).get("sha256").getAsString();
    return new Object[] {"path", file, "expected_hash", hash, "config_content", text};
  }

  @Test
  void aPartIsWrittenWhenTheMainFileStartsWithIt() throws IOException {
    try (AtDesk desk = desk()) {
      String better = PART.replace("480", "486");
      Plan.Ready plan = desk.plan("cfg_file_write", write(desk, part, better));

      assertThat(checked(plan.shown().getAsJsonObject("before"))).isEqualTo(List.of(main + ""));
      assertThat(plan.shown().getAsJsonObject("after").get("starts").getAsBoolean()).isTrue();
      desk.object("cfg_file_write", write(desk, part, better));
      assertThat(Files.readString(part)).isEqualTo(better);
    }
  }

  private static List<String> checked(JsonObject verdict) {
    return verdict.getAsJsonArray("checked").asList().stream()
        .map(file -> file.getAsString())
        .toList();
  }

  @Test
  void aPartThatBreaksTheMainFileIsNotWritten() throws IOException {
    // Each is sound by itself; together they name a route twice, or call a module's function that
    // the other one does not load.
    for (String bad :
        List.of(PART.replace("more", "answer"), "route[more] {\n\tds_select_dst(1, 4);\n}\n")) {
      try (AtDesk desk = desk()) {
        Outcome.Failure refused = desk.failure("cfg_file_write", write(desk, part, bad));

        assertThat(refused.code()).isEqualTo("CONFIG_FAULTY");
        assertThat(refused.cause()).contains("would not start with " + main, "part.inc:");
        assertThat(Files.readString(part)).isEqualTo(PART);
      }
    }
  }

  @Test
  void theMainFileIsCheckedWithThePartAsItIs() throws IOException {
    try (AtDesk desk = desk()) {
      String without = MAIN.replace("loadmodule \"sl.so\"\n", "");
      assertThat(desk.failure("cfg_file_write", write(desk, main, without)).code())
          .isEqualTo("CONFIG_FAULTY");
      String calling = MAIN.replace("route(answer)", "route(more)");
      Plan.Ready plan = desk.plan("cfg_file_write", write(desk, main, calling));

      assertThat(plan.shown().getAsJsonObject("after").get("starts").getAsBoolean()).isTrue();
      desk.object("cfg_file_write", write(desk, main, calling));
      assertThat(Files.readString(main)).isEqualTo(calling);
    }
  }

  @Test
  void aPartThatTheMainFileMissesMayBeMade() throws IOException {
    Files.delete(part);
    try (AtDesk desk = desk()) {
      desk.object("cfg_file_write", "path", part, "config_content", PART);

      assertThat(Files.readString(part)).isEqualTo(PART);
    }
  }

  @Test
  void aPartThatNothingIncludesIsCheckedByItself() {
    try (AtDesk desk = desk()) {
      Path other = main.resolveSibling("other.inc");

      assertThat(desk.failure("cfg_file_write", "path", other, "config_content", PART).cause())
          .contains("would not start with it");
    }
  }

  @Test
  void anEditOfAPartIsCheckedInTheMainFile() {
    try (AtDesk desk = desk()) {
      JsonObject edited =
          desk.object(
              "cfg_insert_statement",
              "path",
              part,
              "route",
              "route[more]",
              "statements",
              "route(answer);");

      assertThat(edited.get("starts").getAsBoolean()).isTrue();
      assertThat(checked(edited)).isEqualTo(List.of(main.toString()));
      JsonObject renamed =
          desk.object(
              "cfg_rename_route", "path", part, "route", "route[more]", "new_name", "answer");
      assertThat(renamed.get("starts").getAsBoolean()).isFalse();
    }
  }

  @Test
  void aRollbackOfAPartIsCheckedInTheMainFile() throws IOException {
    try (AtDesk desk = desk()) {
      Files.writeString(part, PART.replace("more", "answer"));
      desk.object("cfg_backup", "config_path", part);
      Files.writeString(part, PART);
      Path copy = desk.copies(part).getFirst();

      assertThat(desk.failure("cfg_rollback", "target_path", part, "backup_path", copy).cause())
          .contains(main.toString());
      assertThat(Files.readString(part)).isEqualTo(PART);
    }
  }

  @Test
  void nothingOutsideIsIncludedWhateverIsEdited() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.inc"), PART);
    try (AtDesk desk = desk()) {
      String reaching = MAIN.replace("part.inc", outside.toString());

      Outcome.Failure refused = desk.failure("cfg_file_write", write(desk, main, reaching));

      assertThat(refused.cause()).contains("lies outside");
    }
  }
}
