package dev.opensipsmcp.server.toolset.config;

import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the toolset {@code config}. */
public final class ConfigToolset {
  static final String NAME = "config";

  /** Makes the tools that only read. */
  static final ReadTools READS = new ReadTools(NAME, Scope.CONFIG_READ);

  private ConfigToolset() {}

  /**
   * {@return the tools on configurations}
   *
   * @param desk what they work with
   */
  public static Toolset make(ConfigDesk desk) {
    List<Tool> tools = new ArrayList<>();
    tools.addAll(CheckTools.all(desk));
    tools.addAll(LintTools.all(desk));
    tools.addAll(ExplainTools.all(desk));
    tools.addAll(TextTools.all(desk));
    tools.addAll(EditTools.all(desk));
    tools.addAll(MigrateTools.all(desk));
    tools.addAll(BuildTools.all(desk));
    tools.addAll(FlagTools.all(desk));
    tools.addAll(TuneTools.all(desk));
    tools.addAll(ProgramTools.all(desk));
    tools.addAll(FileReads.all(desk));
    tools.add(FileWrite.tool(desk));
    tools.add(FileBackup.tool(desk));
    tools.add(Rollback.tool(desk));
    tools.add(SessionSave.tool(desk));
    tools.sort(Comparator.comparing(Tool::name));
    return new Toolset(
        NAME, "opensips.cfg: checked, audited, explained, edited, migrated, built.", tools);
  }
}
