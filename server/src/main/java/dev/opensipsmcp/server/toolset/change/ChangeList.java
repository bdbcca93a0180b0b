package dev.opensipsmcp.server.toolset.change;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.journal.ChangeRecord;
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
import dev.opensipsmcp.server.toolset.common.Paging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code change_list}. */
final class ChangeList implements Work.Read {
  private static final int PAGE = 25;

  private final ChangeReads journal;

  private ChangeList(ChangeReads journal) {
    this.journal = journal;
  }

  static Tool tool(ChangeReads journal) {
    return new Tool(
        "change_list",
        "change",
        "Changes that can be undone",
        new Description(
            "List the reversible changes made through this server, newest first.",
            "Use when asking what was changed lately, or which change to take back.",
            Optional.of("Not for reads, refusals or approvals; use `audit_query`."),
            Optional.empty(),
            "Returns a page of rows."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.optional("instance", Schema.text("Only changes of this node").longest(128)),
            Schema.optional("tool", Schema.text("Only by this tool").longest(64)),
            Schema.optional(
                "revertible_only", Schema.flag("Only those that can be undone").byDefault(false)),
            SharedParameters.limit(PAGE, 200),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list("Changes", Schema.object("One change", Changes.members())),
        Needs.NOTHING,
        List.of(
            "Which changes were made lately that can be undone?",
            "List my recent changes on this node",
            "What can I take back?"),
        List.of("list_changes"),
        new ChangeList(journal));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    List<JsonObject> rows = new ArrayList<>();
    try {
      for (ChangeRecord change : journal.newestFirst()) {
        if (wanted(change, arguments)) {
          rows.add(Changes.row(change));
        }
      }
    } catch (IOException e) {
      return Changes.unreadable(e);
    }
    return Paging.page(rows, arguments, PAGE, List.of());
  }

  private static boolean wanted(ChangeRecord change, Arguments arguments) {
    return arguments.maybeText("instance").map(change.instance()::equals).orElse(true)
        && arguments.maybeText("tool").map(change.restore().made().tool()::equals).orElse(true)
        && (change.revertible() || !arguments.flag("revertible_only", false));
  }
}
