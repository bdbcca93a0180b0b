package dev.opensipsmcp.server.toolset.logread;

import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Makes the toolset {@code logread}. */
public final class LogReadToolset {
  static final String NAME = "logread";

  /** Makes the tools that only read. */
  static final ReadTools READS = new ReadTools(NAME, Scope.RESOURCE_READ);

  private LogReadToolset() {}

  /**
   * {@return the tools}
   *
   * @param directories the only ones whose logs may be read
   * @param clock tells the year of times without one
   */
  public static Toolset make(List<Path> directories, InstantSource clock) {
    LogSource source = new LogSource(new AllowedDirectories(directories), clock);
    return new Toolset(
        NAME,
        "OpenSIPS's log lines, from files or text: explained, searched, put together by call.",
        List.of(
            new LogCorrelate(source).tool(),
            new LogExplain(source).tool(),
            new LogFiles(directories).tool(),
            KnownMessageList.tool(),
            new LogSearch(source).tool()));
  }
}
