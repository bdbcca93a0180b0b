package dev.opensipsmcp.server.toolset.logread;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.FileRows;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The tool {@code log_list_files}.
 *
 * @param directories the only ones whose logs may be read
 */
record LogFiles(List<Path> directories) {
  private static final int PAGE = 50;
  private static final int DEEP = 4;
  private static final int MOST = 5_000;
  private static final FileVisitOption[] NO_LINKS = {};

  Tool tool() {
    return LogReadToolset.READS.tool(
        "log_list_files",
        "Log files that may be read",
        ReadTools.says(
            "List the log files in the directories that this server may read, newest first.",
            "Use when looking for the log of a node.",
            "Not for what is in one; use `log_explain`.",
            "Returns a page of files."),
        Schema.arguments(
            Schema.optional("name", Schema.text("Only with this text in the name").longest(200)),
            SharedParameters.limit(PAGE, 200),
            SharedParameters.CURSOR),
        Schema.list(
            "Files",
            Schema.object(
                "One file",
                Schema.required("path", Schema.text("For the other log tools")),
                Schema.required("bytes", Schema.integer("Its size")),
                Schema.required("changed", Schema.text("When it was last written, UTC")))),
        List.of(
            "Which log files can you read?",
            "Find the OpenSIPS log file",
            "List the logs, newest first"),
        (arguments, _) -> page(arguments));
  }

  private Outcome page(Arguments arguments) {
    if (directories.isEmpty()) {
      return ToolError.LOG_OUTSIDE.failure(
          "No directory of logs is configured.",
          "Give the lines as text, or ask whoever runs this server to set"
              + " OPENSIPS_MCP_LOGS_DIRECTORIES.");
    }
    String part = arguments.maybeText("name").orElse("").toLowerCase(Locale.ROOT);
    List<Path> files = new ArrayList<>();
    for (Path directory : directories) {
      try (Stream<Path> all = Files.walk(directory.toRealPath(), DEEP, NO_LINKS)) {
        all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .filter(
                file -> String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains(part))
            .limit(MOST)
            .forEach(files::add);
      } catch (IOException | UncheckedIOException _) {
        // A directory that is not there, or not to be read, has no files to show.
      }
    }
    return Paging.page(FileRows.newestFirst(files), arguments, PAGE, List.of());
  }
}
