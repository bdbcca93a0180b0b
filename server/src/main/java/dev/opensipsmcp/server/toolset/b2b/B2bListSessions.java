package dev.opensipsmcp.server.toolset.b2b;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tool {@code b2b_list_sessions}. */
final class B2bListSessions implements Work.Read {
  private B2bListSessions() {}

  static Tool tool() {
    return new Tool(
        "b2b_list_sessions",
        "b2b",
        "List B2B sessions",
        new Description(
            "List back-to-back (B2B) sessions of a node with scenario, state and legs.",
            "Use when looking for calls that the node holds as a B2BUA, or for a key.",
            Optional.of("Not for proxied calls; use `dlg_list`."),
            Optional.empty(),
            "Returns a page of rows in the node's order."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.optional("key", Schema.text("Only this session")),
            Schema.optional("scenario", Schema.text("Only this scenario")),
            Schema.optional("state", Schema.text("Only this state").oneOf(Session.STATES)),
            Schema.optional("uri", Schema.text("Part of a leg's To or From URI")),
            SharedParameters.limit(Page.ROWS, Page.MOST),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list("Sessions", Session.schema()),
        new Needs(List.of("b2b_list"), List.of("b2b_logic")),
        List.of(
            "Which B2B calls are up right now?",
            "Show the back-to-back sessions of alice",
            "Find the session key of the call running the marketing scenario"),
        List.of("b2b_list"),
        new B2bListSessions());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String key = arguments.maybeText("key").orElse("");
    String scenario = arguments.maybeText("scenario").orElse("");
    String state = arguments.maybeText("state").orElse("");
    String uri = arguments.maybeText("uri").orElse("").toLowerCase(Locale.ROOT);
    return Page.of(
        arguments,
        page ->
            B2bReader.sessions(
                ports.mi(),
                session -> {
                  if ((key.isEmpty() || key.equals(session.key()))
                      && (scenario.isEmpty() || scenario.equals(session.scenario()))
                      && (state.isEmpty() || state.equals(session.state()))
                      && session.concerns(uri)) {
                    page.offer(session::json);
                  }
                }));
  }
}
