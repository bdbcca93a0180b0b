package dev.opensipsmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.config.Settings.BackupEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where backups lie, and who says whether secrets are in them. */
class BackupSettingsTest {
  @TempDir Path folder;

  @Test
  void theyLieInTheStateDirectoryWithoutSecretsUnlessSomebodySaysOtherwise() {
    BackupEntry backups = load(Map.of("OPENSIPS_MCP_STATE_DIR", "/var/lib/x"));

    assertThat(backups).isEqualTo(new BackupEntry(Path.of("/var/lib/x/backups"), false));
  }

  @Test
  void theFileMaySayBoth() throws IOException {
    Path file = file("backup:\n  dir: /srv/backups\n  include_secrets: true\n");

    assertThat(load(Map.of("OPENSIPS_MCP_CONFIG", file.toString())))
        .isEqualTo(new BackupEntry(Path.of("/srv/backups"), true));
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    Path file = file("backup:\n  dir: /srv/backups\n  include_secrets: true\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("OPENSIPS_MCP_CONFIG", file.toString());
    environment.put("OPENSIPS_MCP_BACKUP_DIR", "/mnt/b");
    environment.put("OPENSIPS_MCP_BACKUP_SECRETS", "false");

    assertThat(load(environment)).isEqualTo(new BackupEntry(Path.of("/mnt/b"), false));
  }

  @Test
  void aWordThatIsNoneIsRefused() throws IOException {
    Path file = file("backup:\n  secrets: true\n");

    assertThat(new SettingsLoader(Map.of("OPENSIPS_MCP_CONFIG", file.toString())).load())
        .isInstanceOf(Loaded.Wrong.class);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), text);
  }

  private static BackupEntry load(Map<String, String> environment) {
    return switch (new SettingsLoader(environment).load()) {
      case Loaded.Ready(Settings settings) -> settings.backups();
      case Loaded.Wrong wrong -> throw new AssertionError(wrong.toString());
    };
  }
}
