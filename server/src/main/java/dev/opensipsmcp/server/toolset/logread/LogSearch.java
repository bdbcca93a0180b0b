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
import dev.opensipsmcp.server.toolset.common.StreamedPage;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The tool {@code log_search}.
 *
 * @param source reads the lines
 */
record LogSearch(LogSource source) implements Work.Timed {
  private static final int PAGE = 50;

  Tool tool() {
    return LogReadToolset.READS.tool(
        "log_search",
        "Lines of OpenSIPS's log",
        ReadTools.says(
            "Search log lines by level, module, process, time and words.",
            "Use when single lines are wanted.",
            "Not for meanings; use `log_explain`.",
            "Returns a page of lines in order; with last, the newest."),
        Schema.arguments(
            LogSource.PATH,
            LogSource.TEXT,
            Moments.FROM,
            Moments.TO,
            Wanted.LEVEL,
            Wanted.MODULE,
            Wanted.PID,
            Wanted.WORDS,
            Schema.optional("last", Schema.flag("The newest lines").byDefault(false)),
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR),
        Schema.list("Lines", Schema.object("One line", LineRow.members())),
        List.of(
            "Show the last 20 errors of the log",
            "Search the log for module dispatcher",
            "What did process 4107 log between nine and ten?"),
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
      case Wanted.Asked.Good(Wanted wanted) ->
          arguments.flag("last", false)
              ? last(arguments, ports, wanted)
              : first(arguments, ports, wanted);
    };
  }

  private Outcome first(Arguments arguments, ReadPorts ports, Wanted wanted) {
    long from = Paging.start(arguments);
    if (from < 0) {
      return Paging.badCursor();
    }
    StreamedPage page = new StreamedPage(from, arguments.integer("limit", PAGE));
    return switch (source.read(
        arguments,
        ports,
        line -> {
          boolean behind = page.next();
          if (behind && wanted.takes(line)) {
            page.add(line.row());
          }
          return page.open();
        })) {
      case LogSource.Result.Refused(Outcome.Failure failure) -> failure;
      case LogSource.Result.Read(List<String> notes) -> page.rows(notes);
    };
  }

  private Outcome last(Arguments arguments, ReadPorts ports, Wanted wanted) {
    int most = arguments.integer("limit", PAGE);
    Deque<LogLine> kept = new ArrayDeque<>();
    return switch (source.read(
        arguments,
        ports,
        line -> {
          if (wanted.takes(line)) {
            kept.addLast(line);
            if (kept.size() > most) {
              kept.removeFirst();
            }
          }
          return true;
        })) {
      case LogSource.Result.Refused(Outcome.Failure failure) -> failure;
      case LogSource.Result.Read(List<String> notes) -> {
        List<JsonObject> rows = kept.stream().map(LogLine::row).toList();
        yield new Outcome.Rows(rows, false, _ -> "", notes);
      }
    };
  }
}
