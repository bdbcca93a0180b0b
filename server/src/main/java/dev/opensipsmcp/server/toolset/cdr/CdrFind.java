package dev.opensipsmcp.server.toolset.cdr;

import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrCursor;
import dev.opensipsmcp.db.cdr.CdrFilter;
import dev.opensipsmcp.db.cdr.CdrPage;
import dev.opensipsmcp.db.cdr.CdrSearch;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tool {@code cdr_search}, and what {@code acc_query_missed} does.
 *
 * @param table where to look when the caller does not say
 */
record CdrFind(CdrSource table) implements Work.Read {
  static final Demand DB_READ = new Demand(Scope.DB_READ, Risk.READ);
  private static final int PAGE = 50;
  private static final Pattern RANGE = Pattern.compile("(\\d{0,9})-(\\d{0,9})|(\\d{1,9})");

  static final Schema.Property CALLER =
      Schema.optional("caller", Schema.text("Part of the caller"));
  static final Schema.Property CALLEE =
      Schema.optional("callee", Schema.text("Part of the callee"));
  static final Schema.Property LIMIT = SharedParameters.limit(PAGE, CdrSearch.MOST);
  static final Schema.Property OFFSET =
      Schema.optional("offset", Schema.integer("Rows to skip").between(0, 10_000));

  static Tool tool() {
    return new Tool(
        "cdr_search",
        "cdr",
        "Find calls in the CDRs",
        new Description(
            "Search CDRs by time, party, Call-ID, code or duration.",
            "Use when asking which calls there were, or how one ended.",
            Optional.of("Not for ratios; use `cdr_summary`."),
            Optional.empty(),
            "Returns a page, newest first, and the index used."),
        DB_READ,
        true,
        Schema.arguments(
            CdrArguments.FROM,
            CdrArguments.UNTIL,
            CALLER,
            CALLEE,
            Schema.optional("call_id", Schema.text("Exact Call-ID")),
            Schema.optional("code", Schema.text("As 486 or 4xx").matching("^[1-6](\\d\\d|xx)$")),
            Schema.optional("duration", Schema.text("Seconds: 10-60, 10-, -60")),
            CdrArguments.SOURCE,
            LIMIT,
            OFFSET,
            SharedParameters.CURSOR),
        rows(),
        Needs.database("acc"),
        List.of(
            "Find the calls of 4021555 yesterday evening in the CDRs",
            "How did the call with this Call-ID end last week?",
            "Which calls lasted longer than two hours on 20 November?"),
        List.of("acc_query_cdrs", "accounting_query_cdrs"),
        new CdrFind(CdrSource.ACC));
  }

  static Schema rows() {
    return Schema.list(
        "CDRs",
        Schema.map(
            "id, time (of the answer, or of the final reply), caller, callee, trunk, code, reason,"
                + " duration (s), ms_duration, setup (s until the answer), created (INVITE), pdd,"
                + " call_id, method, from_tag, to_tag, each where known; extra: other columns"));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (search(arguments)) {
      case Given.Bad<CdrSearch>(Outcome.Failure failure) -> failure;
      case Given.Good<CdrSearch>(CdrSearch search) ->
          switch (ports.db().then((DbReads db) -> db.cdrs().search(search))) {
            case DbResult.Failure<CdrAnswer<CdrPage>> failed -> Given.failure(failed.error());
            case DbResult.Success<CdrAnswer<CdrPage>>(CdrAnswer<CdrPage> answer) -> page(answer);
          };
    };
  }

  private static Outcome page(CdrAnswer<CdrPage> answer) {
    CdrPage page = answer.value();
    return new Outcome.Rows(
        page.rows().stream().map(CdrJson::row).toList(),
        page.more(),
        rows -> page.cursors().get(rows - 1).encoded(),
        CdrJson.notes(answer.about()));
  }

  private Given<CdrSearch> search(Arguments arguments) {
    Optional<CdrCursor> cursor = arguments.maybeText("cursor").flatMap(CdrCursor::decoded);
    if (arguments.has("cursor") && cursor.isEmpty()) {
      return new Given.Bad<>(Paging.badCursor());
    }
    Optional<String> seconds = arguments.maybeText("duration");
    Matcher range = RANGE.matcher(seconds.orElse("-").strip());
    if (!range.matches()) {
      return Given.wrong(
          "duration is no range of seconds: " + seconds.orElse("") + ".",
          "Write 10-60, 10- for at least, -60 for at most, or 10 for exactly.");
    }
    CdrFilter filter =
        new CdrFilter(
            arguments.maybeText("caller"),
            arguments.maybeText("callee"),
            arguments.maybeText("call_id"),
            arguments.maybeText("code"),
            bound(range, 1),
            bound(range, 2));
    return switch (CdrArguments.source(arguments, table)) {
      case Given.Bad<CdrSource>(Outcome.Failure failure) -> new Given.Bad<>(failure);
      case Given.Good<CdrSource>(CdrSource source) ->
          switch (CdrArguments.span(arguments)) {
            case Given.Bad<CdrSpan>(Outcome.Failure failure) -> new Given.Bad<>(failure);
            case Given.Good<CdrSpan>(CdrSpan span) ->
                new Given.Good<>(
                    new CdrSearch(
                        source,
                        span,
                        filter,
                        cursor,
                        cursor.isPresent() ? 0 : arguments.integer("offset", 0),
                        arguments.integer("limit", PAGE)));
          };
    };
  }

  private static Optional<Long> bound(Matcher range, int end) {
    String exact = range.group(3);
    String text = exact == null ? range.group(end) : exact;
    return text == null || text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
  }
}
