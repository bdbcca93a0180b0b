package dev.opensipsmcp.server.toolset.crash;

import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.config.ProgramsEntry;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import java.util.List;

/** Makes the toolset {@code crash}. */
public final class CrashToolset {
  static final String NAME = "crash";
  static final ReadTools READS = new ReadTools(NAME, Scope.PROCESS_MANAGE);

  private CrashToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk which programs may be started, and which OpenSIPS the cores are of
   */
  public static Toolset make(ConfigDesk desk) {
    ProgramsEntry programs = desk.programs();
    CoreFiles files = new CoreFiles(programs.cores());
    Debugger debugger = new Debugger(programs.gdb(), desk.binary().map(OpensipsBinary::file));
    return new Toolset(
        NAME,
        "What a crash left behind: core files, and where in OpenSIPS the process was.",
        List.of(new Backtrace(files, debugger).tool(), new CoreList(files).tool()));
  }
}
