package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.tool.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void layDown() throws IOException {
    file = Files.createDirectory(folder.resolve("etc")).resolve("opensips.cfg");
    Files.writeString(file, AtDesk.GOOD);
  }

  private AtDesk desk() {
    return new AtDesk(folder.resolve("etc"));
  }

  private String hash(AtDesk desk) {
    return desk.object("cfg_file_read", "path", file).get("sha256").getAsString();
  }

  @Test
  void nothingIsAllowedUnlessItIsConfigured() {
    try (AtDesk desk = new AtDesk()) {
      assertThat(desk.failure("cfg_file_list").code()).isEqualTo("CONFIG_OUTSIDE");
      assertThat(desk.failure("cfg_file_read", "path", file).code()).isEqualTo("CONFIG_OUTSIDE");
      assertThat(desk.failure("cfg_file_write", "path", file, "config_content", AtDesk.GOOD).code())
          .isEqualTo("CONFIG_OUTSIDE");
    }
  }

  @Test
  void aFileIsListedAndReadWithoutItsSecret() {
    try (AtDesk desk = desk()) {
      assertThat(desk.rows("cfg_file_list")).hasSize(1);
      JsonObject read = desk.object("cfg_file_read", "path", file);

      assertThat(read.get("text").getAsString())
          .contains("modparam(\"auth\", \"secret\", \"[redacted]\")")
          .doesNotContain("planted");
    }
  }

  @Test
  void aFileIsWrittenWithItsSecretsBackedUpAndRolledBack() throws IOException {
    try (AtDesk desk = desk()) {
      String shown = desk.object("cfg_file_read", "path", file).get("text").getAsString();
      String before = hash(desk);

      JsonObject written =
          desk.object(
              "cfg_file_write",
              "path",
              file,
              "expected_hash",
              before,
              "config_content",
              shown.replace("404", "480"));

      assertThat(Files.readString(file)).isEqualTo(AtDesk.GOOD.replace("404", "480"));
      assertThat(Path.of(written.get("backup_path").getAsString())).hasContent(AtDesk.GOOD);
      assertThat(desk.rows("cfg_list_backups", "config_path", file)).hasSize(1);
      desk.object(
          "cfg_rollback",
          "target_path",
          file,
          "backup_path",
          written.get("backup_path").getAsString());
      assertThat(Files.readString(file)).isEqualTo(AtDesk.GOOD);
      assertThat(hash(desk)).isEqualTo(before);
    }
  }

  @Test
  void aPlanShowsTheDifferenceAndBothChecksWithoutSecrets() {
    try (AtDesk desk = desk()) {
      Plan.Ready plan =
          desk.plan(
              "cfg_file_write",
              "path",
              file,
              "expected_hash",
              hash(desk),
              "config_content",
              AtDesk.GOOD.replace("404", "480").replace("planted-nonce", "nonce-planted"));

      assertThat(plan.shown().get("diff").getAsString())
          .contains("-\tsend_reply(404", "+\tsend_reply(480");
      assertThat(plan.shown().getAsJsonObject("after").get("starts").getAsBoolean()).isTrue();
      assertThat(plan.toString()).doesNotContain("planted");
      assertThat(file).hasContent(AtDesk.GOOD);
    }
  }

  @Test
  void whatWouldNotStartOrWasNotReadIsNotWritten() {
    try (AtDesk desk = desk()) {
      String now = hash(desk);

      assertThat(
              desk.failure(
                      "cfg_file_write",
                      "path",
                      file,
                      "expected_hash",
                      now,
                      "config_content",
                      AtDesk.GOOD.replace("send_reply", "send_replay"))
                  .code())
          .isEqualTo("CONFIG_FAULTY");
      assertThat(
              desk.failure(
                      "cfg_file_write", "path", file, "config_content", AtDesk.GOOD + "# more\n")
                  .code())
          .isEqualTo("CONFIG_CHANGED");
      assertThat(
              desk.failure(
                      "cfg_file_write",
                      "path",
                      file,
                      "expected_hash",
                      now,
                      "config_content",
                      AtDesk.GOOD.replace(
                          "auth\", \"secret\", \"planted-nonce-secret-77-32-chars",
                          "uac\", \"restore_passwd\", \"[redacted]"))
                  .code())
          .isEqualTo("CONFIG_UNFIT");
      assertThat(file).hasContent(AtDesk.GOOD);
      assertThat(folder.resolve("etc")).isDirectoryContaining(it -> it.equals(file));
    }
  }

  @Test
  void aPartThatIsIncludedIsOnlyRead() throws IOException {
    try (AtDesk desk = desk()) {
      Path part = folder.resolve("etc/part.inc");

      assertThat(
              desk.failure(
                      "cfg_file_write",
                      "path",
                      part,
                      "config_content",
                      "route[x] {\n\tnothing();\n}\n")
                  .code())
          .isEqualTo("CONFIG_FAULTY");
      desk.object(
          "cfg_file_write",
          "path",
          part,
          "check",
          "syntax",
          "config_content",
          "route[x] {\n\texit;\n}\n");
      assertThat(Files.readString(part)).contains("route[x]");
      assertThat(
              desk.failure(
                      "cfg_file_write",
                      "path",
                      folder.resolve("etc/other.inc"),
                      "check",
                      "syntax",
                      "config_content",
                      "route[x] {")
                  .code())
          .isEqualTo("CONFIG_FAULTY");
    }
  }

  @Test
  void aFileWithItsIncludesIsChecked() throws IOException {
    try (AtDesk desk = desk()) {
      Files.writeString(folder.resolve("etc/part.inc"), "route[more] {\n\tno_such();\n}\n");
      Files.writeString(file, AtDesk.GOOD + "include_file \"part.inc\"\n");

      JsonObject verdict = desk.object("cfg_check", "path", file, "version", "3.6");

      assertThat(verdict.get("starts").getAsBoolean()).isFalse();
      assertThat(verdict.toString()).contains("part.inc", "no_such");
    }
  }

  @Test
  void aCopyIsMadeBesideTheFile() {
    try (AtDesk desk = desk()) {
      JsonObject copied = desk.object("cfg_backup", "config_path", file);

      assertThat(Path.of(copied.get("backup_path").getAsString())).hasContent(AtDesk.GOOD);
      assertThat(
              desk.failure("cfg_backup", "config_path", file, "backup_dir", "/tmp/elsewhere")
                  .code())
          .isEqualTo("ARGUMENTS_WRONG");
      assertThat(
              desk.failure("cfg_rollback", "target_path", file, "backup_path", "/x/other.bak")
                  .code())
          .isEqualTo("CONFIG_UNREADABLE");
    }
  }

  @Test
  void anM4PairIsSavedAndAnEarlierOneKept() throws IOException {
    try (AtDesk desk = desk()) {
      desk.object("cfg_save_session", "main_m4", "socket=udp:X\n", "local_m4", "dnl\n");
      JsonObject again =
          desk.object("cfg_save_session", "main_m4", "alias=udp:X\n", "local_m4", "dnl\n");

      assertThat(folder.resolve("etc/main.m4")).hasContent("alias=udp:X");
      assertThat(again.getAsJsonArray("files").get(0).getAsJsonObject().has("backup_path"))
          .isTrue();
      assertThat(
              desk.failure("cfg_save_session", "out_dir", "/etc", "main_m4", "", "local_m4", "")
                  .code())
          .isEqualTo("CONFIG_OUTSIDE");
    }
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.cfg"), "secret\n");
    Path link = Files.createSymbolicLink(folder.resolve("etc/link.cfg"), outside);
    try (AtDesk desk = desk()) {
      assertThat(desk.failure("cfg_file_read", "path", link).code()).isEqualTo("CONFIG_OUTSIDE");
      assertThat(desk.failure("cfg_check", "path", link).code()).isEqualTo("CONFIG_OUTSIDE");
    }
  }

  private AtDesk with(String script, Optional<Path> modules) throws IOException {
    Path binary = Files.writeString(folder.resolve("opensips"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwx------"));
    return new AtDesk(List.of(), Optional.of(new OpensipsBinary(binary, modules)));
  }

  @Test
  void theBinarySaysItsWordBesideOurs() throws IOException {
    Optional<Path> modules = Optional.of(Path.of("/usr/lib/opensips/modules"));
    try (AtDesk desk = with("echo \"looked at it: $1 $2\"; exit 0\n", modules)) {
      JsonObject both = desk.object("cfg_validate", "config_content", AtDesk.GOOD);

      assertThat(both.get("binary_accepted").getAsBoolean()).isTrue();
      assertThat(both.get("binary_output").getAsString()).contains("-C -m");
      assertThat(both.get("starts").getAsBoolean()).isTrue();
    }
    try (AtDesk desk = with("echo bad; exit 255\n", modules)) {
      assertThat(
              desk.object("cfg_validate", "config_content", AtDesk.GOOD)
                  .get("binary_accepted")
                  .getAsBoolean())
          .isFalse();
    }
  }

  @Test
  void theBinaryIsNotGivenWhatReachesElsewhere() throws IOException {
    Path ran = folder.resolve("ran");
    try (AtDesk desk =
        with("touch " + ran + "\n", Optional.of(Path.of("/usr/lib/opensips/modules")))) {
      for (String text :
          List.of(
              "loadmodule \"/tmp/evil.so\"\n",
              "loadmodule \"../../tmp/evil.so\"\n",
              "mpath=\"/tmp/\"\nloadmodule \"evil.so\"\n",
              "mpath=\"/usr/lib/opensips/modules/../../../../tmp\"\n",
              "include_file \"/etc/shadow\"\n",
              "route {\n\timport_file \"x\"\n}\n",
              "route {")) {
        assertThat(desk.failure("cfg_validate", "config_content", text).code())
            .as(text)
            .isEqualTo("BINARY_REFUSED");
      }
      assertThat(ran).doesNotExist();
    }
    try (AtDesk desk =
        new AtDesk(
            List.of(), Optional.of(new OpensipsBinary(folder.resolve("none"), Optional.empty())))) {
      assertThat(desk.failure("cfg_validate", "config_content", "route {\n\texit;\n}\n").code())
          .isEqualTo("BINARY_FAILED");
    }
  }
}
