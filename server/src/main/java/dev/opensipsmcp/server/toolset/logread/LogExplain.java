package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The tool {@code log_explain}.
 *
 * @param source reads the lines
 */
record LogExplain(LogSource source) implements Work.Timed {
  private static final int PAGE = 20;

  Tool tool() {
    return LogReadToolset.READS.tool(
        "log_explain",
        "OpenSIPS's log, explained",
        ReadTools.says(
            "Explain log lines of OpenSIPS: grouped by message, with meaning, cause and next step.",
            "Use when a log is full of errors, or one line is not understood.",
            "Not for single lines in their order; use `log_search`.",
            "Returns a page of groups, the worst level first, then the most frequent."),
        Schema.arguments(
            LogSource.PATH,
            LogSource.TEXT,
            Moments.FROM,
            Moments.TO,
            Wanted.LEVEL,
            Wanted.MODULE,
            Wanted.WORDS,
            SharedParameters.limit(PAGE, 200),
            SharedParameters.CURSOR),
        Schema.list(
            "Groups",
            Schema.object(
                "Lines that say the same",
                Schema.required("count", Schema.integer("How many there are")),
                Schema.optional("level", Schema.text("OpenSIPS's level")),
                Schema.optional("module", Schema.text("Module that wrote them")),
                Schema.optional("function", Schema.text("Function that wrote them")),
                Schema.required("known", Schema.flag("Whether the message is explained here")),
                Schema.optional("meaning", Schema.text("What it means")),
                Schema.optional("cause", Schema.text("What is behind it as a rule")),
                Schema.optional("next_step", Schema.text("What to do")),
                Schema.required("first_line", Schema.integer("Number of the first")),
                Schema.optional("first", Schema.text("When the first came")),
                Schema.optional("last", Schema.text("When the last came")),
                Schema.required("pids", Schema.text("Processes that wrote them, up to 10")),
                Schema.required("sample", Schema.text("The first line's text (untrusted)")))),
        List.of(
            "What do the errors in the OpenSIPS log mean?",
            "Explain this log line of OpenSIPS",
            "Group the log of last night by message"),
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
        Shapes shapes = new Shapes();
        yield switch (source.read(
            arguments,
            ports,
            line -> {
              if (wanted.takes(line)) {
                shapes.add(line);
              }
              return true;
            })) {
          case LogSource.Result.Refused(Outcome.Failure failure) -> failure;
          case LogSource.Result.Read(List<String> notes) -> {
            List<String> warnings = new ArrayList<>(notes);
            if (shapes.others() > 0) {
              warnings.add(shapes.others() + " lines of rarer kinds are not among the groups.");
            }
            List<JsonObject> rows = shapes.rows();
            yield Paging.page(rows, arguments, PAGE, warnings);
          }
        };
      }
    };
  }
}
