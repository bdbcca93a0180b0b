package dev.opensipsmcp.server.toolset.callops;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The tool {@code b2b_sca_list}. */
final class SharedLines {
  private SharedLines() {}

  static Tool list() {
    return Lever.read("b2b_sca_list", "callops", "Shared call appearances")
        .what("List shared lines with the phones that watch them and the calls on them.")
        .useWhen("Use when a shared line's lamp is wrong or a held call cannot be picked up.")
        .notFor("Not for watchers of presence; use `presence_list_subscriptions`.")
        .returns("Returns a page of rows, one per line.")
        .sends("sca_list", "b2b_sca")
        .local(Schema.optional("line", Schema.text("Part of the line's name")))
        .rows("[]")
        .column("line", "shared_line", Schema.text("The line's name"))
        .column("watchers", "watchers", Schema.texts("SIP URIs that are told of it"))
        .column(
            "appearances",
            "appearances",
            Schema.list(
                "Its calls",
                Schema.map("index; state alerting, active, held, held-private; session key; URI")))
        .filter(Filter.part("line", "line"))
        .examples(
            "Which shared lines are in use?",
            "Who watches the shared line sales?",
            "Show the shared call appearances")
        .aliases("sca_list")
        .tool();
  }
}
