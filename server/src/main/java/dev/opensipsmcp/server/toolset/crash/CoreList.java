package dev.opensipsmcp.server.toolset.crash;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.FileRows;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;

/**
 * The tool {@code crash_list_cores}.
 *
 * @param files the cores
 */
record CoreList(CoreFiles files) {
  private static final int PAGE = 25;

  Tool tool() {
    return CrashToolset.READS.tool(
        "crash_list_cores",
        "Core files of crashes",
        ReadTools.says(
            "List the core files that crashes left in the allowed directories, newest first.",
            "Use when a process of OpenSIPS ended by a signal, to see whether it left a core.",
            "Not for where it crashed; use `crash_get_backtrace`.",
            "Returns a page of files. Off until programs.cores is set."),
        Schema.arguments(SharedParameters.limit(PAGE, 200), SharedParameters.CURSOR),
        Schema.list(
            "Cores",
            Schema.object(
                "One core",
                Schema.required("path", Schema.text("For crash_get_backtrace")),
                Schema.required("bytes", Schema.integer("Its size")),
                Schema.required("changed", Schema.text("When it was written, UTC")))),
        List.of(
            "Did OpenSIPS leave a core file?",
            "List the core dumps of the last crash",
            "Which crash dumps are there?"),
        (arguments, _) -> page(arguments));
  }

  private Outcome page(Arguments arguments) {
    if (files.directories().isEmpty()) {
      return ToolError.BINARY_MISSING.failure(
          "No directory of core files is set up here.",
          "Ask whoever runs this server to set programs.cores.");
    }
    List<JsonObject> rows = FileRows.newestFirst(files.all());
    return Paging.page(
        rows,
        arguments,
        PAGE,
        rows.isEmpty()
            ? List.of("A core is written only where ulimit -c and kernel.core_pattern allow it.")
            : List.of());
  }
}
