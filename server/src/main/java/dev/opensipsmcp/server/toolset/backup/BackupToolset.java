package dev.opensipsmcp.server.toolset.backup;

import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.backup.testdata.TestData;
import dev.opensipsmcp.server.toolset.backup.testdata.TestDataTools;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Makes the toolset {@code backup}. */
public final class BackupToolset {
  /** Its name. */
  public static final String NAME = "backup";

  private BackupToolset() {}

  /**
   * {@return the tools for backups and for test data}
   *
   * @param stateDirectory where it is written down what test data was made
   * @param secrets makes passwords
   */
  public static Toolset make(Path stateDirectory, Secrets secrets) {
    return new Toolset(
        NAME,
        "Backups of database tables, their restoration, and test data.",
        Stream.concat(
                Stream.of(
                    BackupCheckTool.tool(),
                    BackupCreate.tool(),
                    BackupList.tool(),
                    BackupPrune.tool(),
                    BackupRestore.tool()),
                TestDataTools.all(new TestData(stateDirectory.resolve("test-data")), secrets)
                    .stream())
            .toList());
  }
}
