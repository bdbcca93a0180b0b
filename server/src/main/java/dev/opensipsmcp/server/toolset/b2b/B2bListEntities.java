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

/** The tool {@code b2b_list_entities}. */
final class B2bListEntities implements Work.Read {

  private B2bListEntities() {}

  static Tool tool() {
    return new Tool(
        "b2b_list_entities",
        "b2b",
        "List B2B entities",
        new Description(
            "List the single SIP calls (entities) that back-to-back sessions are made of.",
            "Use when Call-ID, tags or the last reply of one side of a B2B call matter.",
            Optional.of("Not for finding a session; use `b2b_list_sessions`."),
            Optional.empty(),
            "Returns a page of rows in the node's order."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.optional("session", Schema.text("Only of the session with this key")),
            Schema.optional("callid", Schema.text("Only this SIP Call-ID")),
            Schema.optional("uri", Schema.text("Part of the From or To URI")),
            SharedParameters.limit(Page.ROWS, Page.MOST),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list("Entities", Entity.schema()),
        new Needs(List.of("b2be_list"), List.of("b2b_entities")),
        List.of(
            "Which Call-IDs do the two sides of B2B session 572.0 have?",
            "Which B2B session does the call with this Call-ID belong to?",
            "What tags has the outgoing leg of this B2B call?"),
        List.of("b2be_list"),
        new B2bListEntities());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String session = arguments.maybeText("session").orElse("");
    String callid = arguments.maybeText("callid").orElse("");
    String uri = arguments.maybeText("uri").orElse("").toLowerCase(Locale.ROOT);
    return Page.of(
        arguments,
        page ->
            B2bReader.entities(
                ports.mi(),
                entity -> {
                  if ((session.isEmpty() || session.equals(entity.session()))
                      && (callid.isEmpty() || callid.equals(entity.callid()))
                      && entity.concerns(uri)) {
                    page.offer(entity::json);
                  }
                }));
  }
}
