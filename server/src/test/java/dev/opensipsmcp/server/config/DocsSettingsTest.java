package dev.opensipsmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsSettingsTest {
  private static final String VARIABLE = "OPENSIPS_MCP_DOCS_DIRS";

  @TempDir private Path folder;

  private static Settings ready(Map<String, String> environment) {
    Loaded loaded = new SettingsLoader(environment).load();
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready) loaded).settings();
  }

  @Test
  void noDocumentsAreReadUnlessDirectoriesAreNamed() {
    assertThat(ready(Map.of()).documents()).isEmpty();
  }

  @Test
  void theVariableNamesSeveralAndWinsOverTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mcp.yaml"), "docs_dirs: [/srv/runbooks]\n");
    String config = "OPENSIPS_MCP_CONFIG";

    assertThat(ready(Map.of(config, file.toString())).documents())
        .containsExactly(Path.of("/srv/runbooks"));
    assertThat(ready(Map.of(config, file.toString(), VARIABLE, "/a:/b")).documents())
        .containsExactly(Path.of("/a"), Path.of("/b"));
  }

  @Test
  void aRelativePathIsRefused() {
    assertThat(new SettingsLoader(Map.of(VARIABLE, "runbooks")).load())
        .isInstanceOf(Loaded.Wrong.class);
  }
}
