package dev.opensipsmcp.server.toolset.audit;

import dev.opensipsmcp.server.audit.AuditFilter;
import dev.opensipsmcp.server.audit.AuditPage;
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
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tool {@code audit_query}. */
final class AuditQuery implements Work.Read {
  private static final int PAGE = 25;

  private final AuditReads trail;

  private AuditQuery(AuditReads trail) {
    this.trail = trail;
  }

  static Tool tool(AuditReads trail) {
    return new Tool(
        "audit_query",
        "audit",
        "Search the audit trail",
        new Description(
            "Query the audit trail: who called which tool on which node, with which outcome.",
            "Use when asking who changed something, what was denied, or how a change ended.",
            Optional.empty(),
            Optional.empty(),
            "Returns a page of events, newest first."),
        new Demand(Scope.AUDIT_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional(
                "since",
                Schema.text("Not before this time, ISO 8601").examples("2026-11-20T08:00:00Z")),
            Schema.optional("until", Schema.text("Not after this time, ISO 8601")),
            Schema.optional("subject", Schema.text("Who called, exactly")),
            Schema.optional("tool", Schema.text("Tool by name")),
            Schema.optional("instance", Schema.text("Only events about this node")),
            Schema.optional(
                "event",
                Schema.text("Kind; intent and outcome surround a change")
                    .oneOf("intent", "outcome", "read", "plan", "denied", "approval", "recovered")),
            Schema.optional(
                "outcome", Schema.text("OK or an error's code").examples("MI_OUTCOME_UNKNOWN")),
            SharedParameters.limit(PAGE, 200),
            SharedParameters.CURSOR),
        Schema.list("Events", event()),
        Needs.NOTHING,
        List.of(
            "Who ended calls today?",
            "Show the denied requests of the last hour",
            "What did alice change on edge1?"),
        List.of("audit_list"),
        new AuditQuery(trail));
  }

  /** The members that every event has; others depend on its kind. */
  private static Schema event() {
    return Schema.map(
        "time, seq, event and id (the same for all events of one call), then what the kind has:"
            + " subject, tool, instance, arguments, risk, outcome, detail");
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<String> since = arguments.maybeText("since");
    Optional<String> until = arguments.maybeText("until");
    Optional<Instant> from = since.flatMap(Times::parse);
    Optional<Instant> to = until.flatMap(Times::parse);
    if (since.isPresent() && from.isEmpty()) {
      return badTime("since", since.get());
    }
    if (until.isPresent() && to.isEmpty()) {
      return badTime("until", until.get());
    }
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      return ToolError.TIME_RANGE_EMPTY.failure(
          "since lies after until.", "Exchange the two times.");
    }
    return page(
        new AuditFilter(
            from,
            to,
            arguments.maybeText("subject"),
            arguments.maybeText("tool"),
            arguments.maybeText("instance"),
            arguments.maybeText("event"),
            arguments.maybeText("outcome"),
            arguments.maybeText("cursor"),
            arguments.integer("limit", PAGE)));
  }

  private Outcome page(AuditFilter filter) {
    try {
      AuditPage page = trail.page(filter);
      return new Outcome.Rows(page.events(), page.more(), page::cursorAfter, List.of());
    } catch (IllegalArgumentException _) {
      return Paging.badCursor();
    } catch (IOException e) {
      return ToolError.AUDIT_UNREADABLE.failure(
          "The audit trail can't be read (" + e.getClass().getSimpleName() + ").",
          "Check the rights of the state directory, or ask the administrator.");
    }
  }

  private static Outcome.Failure badTime(String name, String text) {
    return ToolError.TIME_INVALID.failure(
        name + " is no ISO 8601 time: " + text + ".",
        "Write a time as 2026-11-20T08:00:00Z, with an offset as +01:00, or a date alone.");
  }
}
