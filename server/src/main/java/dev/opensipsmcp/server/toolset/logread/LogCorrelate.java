package dev.opensipsmcp.server.toolset.logread;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The tool {@code log_correlate}.
 *
 * @param source reads the lines
 */
record LogCorrelate(LogSource source) implements Work.Timed {
  Tool tool() {
    return LogReadToolset.READS.tool(
        "log_correlate",
        "Log lines of one call",
        ReadTools.says(
            "Correlate log lines of one call: those with its Call-ID, and their processes' next.",
            "Use when a call failed and the log may say why.",
            "Not for messages in general; use `log_explain`.",
            "Returns lines in their order, at most about 400; own tells those with the Call-ID, the"
                + " others the same process wrote just before or after."),
        Schema.arguments(
            LogSource.PATH,
            LogSource.TEXT,
            Schema.required("call_id", Schema.text("The call's Call-ID").longest(300)),
            Moments.FROM,
            Moments.TO,
            Wanted.LEVEL),
        Schema.list(
            "Lines",
            Schema.object(
                "One line",
                LineRow.members(
                    Schema.required("own", Schema.flag("Whether it has the Call-ID")),
                    Schema.optional("meaning", Schema.text("What a known message means"))))),
        List.of(
            "What does the log say about call 8f2a@192.0.2.7?",
            "Correlate the log by this Call-ID",
            "Show what the worker logged around the failed call"),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LogSource.LIMIT;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (Wanted.of(arguments)) {
      case Wanted.Asked.Bad(Outcome.Failure failure) -> failure;
      case Wanted.Asked.Good(Wanted wanted) -> {
        Neighbours found = new Neighbours(arguments.text("call_id"));
        yield switch (source.read(
            arguments, ports, line -> !wanted.takes(line) || found.take(line))) {
          case LogSource.Result.Refused(Outcome.Failure failure) -> failure;
          case LogSource.Result.Read(List<String> notes) -> {
            List<String> warnings = new ArrayList<>(notes);
            if (found.hits() == 0) {
              warnings.add(
                  "No line has this Call-ID: OpenSIPS logs it only where the script or an error"
                      + " does; look at the ladder with call_ladder.");
            }
            yield new Outcome.Rows(found.rows(), false, _ -> "", warnings);
          }
        };
      }
    };
  }
}
