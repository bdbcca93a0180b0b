package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who starts the server with a database that does not fit reads so in its log. */
@Timeout(60)
class DatabaseAtStartTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsTold() throws Exception {
    assertThat(warning("sqlite://" + folder.resolve("none.db")))
        .contains("The database of default", "There is no file");
  }

  @Test
  void aDatabaseWithoutTablesIsTold() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.db"));

    assertThat(warning("sqlite://" + empty))
        .contains("it has no table of OpenSIPS", "db_schema_create");
  }

  /** What the server logs of a database; its input stays open so that it goes on serving. */
  private String warning(String database) throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      Process process =
          new Product(folder)
              .with("OPENSIPS_MCP_MI_URL", node.miUrl().toString())
              .with("OPENSIPS_MCP_DB_URL", database)
              .start("serve");
      try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
        return err.lines().filter(line -> line.contains("database")).findFirst().orElseThrow();
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }
}
