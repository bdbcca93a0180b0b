package dev.opensipsmcp.server.toolset.cdr;

import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import java.util.List;
import java.util.Optional;

/** The tool {@code acc_query_missed}. */
final class MissedCalls {
  private MissedCalls() {}

  static Tool tool() {
    return new Tool(
        "acc_query_missed",
        "cdr",
        "Calls that nobody answered",
        new Description(
            "Query the table of missed calls by time, caller or callee.",
            "Use when asking which calls to somebody failed and module acc logs missed calls.",
            Optional.of("Not for calls of every kind; use `cdr_search`."),
            Optional.empty(),
            "Returns a page, newest first, and the index used."),
        CdrFind.DB_READ,
        true,
        Schema.arguments(
            CdrArguments.FROM,
            CdrArguments.UNTIL,
            CdrFind.CALLER,
            CdrFind.CALLEE,
            CdrArguments.SOURCE,
            CdrFind.LIMIT,
            CdrFind.OFFSET,
            SharedParameters.CURSOR),
        CdrFind.rows(),
        Needs.database("missed_calls"),
        List.of(
            "Which calls did alice miss this morning?",
            "List the missed calls of today",
            "Show missed calls to 4021555 last night"),
        List.of(),
        new CdrFind(CdrSource.MISSED));
  }
}
