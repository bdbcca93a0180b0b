package dev.opensipsmcp.server.toolset.crash;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code crash_get_backtrace}.
 *
 * @param files the cores
 * @param debugger reads them
 */
record Backtrace(CoreFiles files, Debugger debugger) implements Work.Timed {

  Tool tool() {
    return CrashToolset.READS.tool(
        "crash_get_backtrace",
        "Where a process crashed",
        ReadTools.says(
            "Get the backtrace of a core file: where in OpenSIPS the process was when it ended.",
            "Use when OpenSIPS crashed and left a core, for a report to its developers.",
            "Not for a process that hangs and lives; use `diagnose`.",
            "Returns functions and places, innermost first, without any values. Runs gdb for at"
                + " most 60 s. Off until programs.gdb is set."),
        Schema.arguments(
            Schema.required("path", Schema.text("A file of crash_list_cores").longest(1_000))),
        Schema.object(
            "The backtrace",
            Schema.required("path", Schema.text("The core")),
            Schema.optional("signal", Schema.text("Signal that ended the process")),
            Schema.optional("place", Schema.text("Innermost place in OpenSIPS's own source")),
            Schema.required(
                "frames",
                Schema.list(
                    "Frames, innermost first",
                    Schema.object(
                        "One frame",
                        Schema.required("frame", Schema.integer("Its number")),
                        Schema.required("function", Schema.text("Function")),
                        Schema.optional("file", Schema.text("Source file")),
                        Schema.optional("line", Schema.integer("Line of it")),
                        Schema.optional("library", Schema.text("Library or module")))))),
        List.of(
            "Where did OpenSIPS crash?",
            "Show the backtrace of this core dump",
            "Read the core file with gdb"),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Debugger.LIMIT.plusSeconds(10);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<Path> core = files.named(arguments.text("path"));
    if (core.isEmpty()) {
      return ToolError.TARGET_NOT_FOUND.failure(
          "That is no core file in an allowed directory.",
          "Take one of crash_list_cores; whoever runs this server allows directories by"
              + " programs.cores. A compressed core must be unpacked first.");
    }
    return debugger.read(core.get(), output -> told(core.get(), new Frames(output)));
  }

  private static Outcome told(Path core, Frames frames) {
    List<JsonObject> rows = frames.rows();
    if (rows.isEmpty()) {
      return Debugger.failed("gdb found no frame in the core.");
    }
    JsonObject json = Json.object("path", core.toString());
    frames.signal().ifPresent(signal -> json.addProperty("signal", signal));
    Frames.place(rows).ifPresent(place -> json.addProperty("place", place));
    json.add("frames", Json.list(rows));
    List<String> warnings = new ArrayList<>();
    if (frames.doubtful()) {
      warnings.add("The program may not be the one that crashed: names may be wrong.");
    }
    if (rows.stream().noneMatch(row -> row.has("file"))) {
      warnings.add("OpenSIPS has no debugging symbols here: install them to see files and lines.");
    }
    if (rows.size() >= Debugger.FRAMES) {
      warnings.add("Only the innermost " + rows.size() + " frames are shown.");
    }
    return new Outcome.Value(json, warnings);
  }
}
