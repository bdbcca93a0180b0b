package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Ebb;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The tool {@code cluster_drain_node}: disables a node, then looks how its calls end. Only what the
 * cluster knows of the node changes; no process is stopped and no call ended.
 */
final class DrainNode implements Work.Reversible {
  private static final int PATIENCE_SEC = 30;
  private static final int POLL_SEC = 2;

  private final Work.Reversible disable;

  private DrainNode(Work.Reversible disable) {
    this.disable = disable;
  }

  static Tool tool() {
    ChangeDraft draft = draft();
    return draft.tool(new DrainNode((Work.Reversible) draft.tool().work()));
  }

  private static ChangeDraft draft() {
    return NodeStatus.draft("cluster_drain_node", "Drain a node")
        .what("Drain a cluster node: disable it, then watch its calls end.")
        .useWhen("Use when a node needs maintenance; ask the node itself, as instance.")
        .notFor("Not for ending the drain; use `cluster_promote_node`.")
        .effects(
            "Effects: its links close; no call is ended and no process stopped. Undo:"
                + " cluster_promote_node.")
        .returns(
            "Returns when no call is left, or how many are at the deadline; call again to go on.")
        .also("get_statistics", "dialog")
        .constant("status", 0)
        .local(
            Schema.optional(
                "timeout_sec",
                Schema.integer("Seconds to watch; the server's own call limit may be shorter")
                    .between(5, 600)
                    .byDefault(PATIENCE_SEC)))
        .local(
            Schema.optional(
                "poll_interval_sec",
                Schema.integer("Seconds between looks").between(1, 60).byDefault(POLL_SEC)))
        .summary("Disable node {node_id} of cluster {cluster_id} and watch its calls end.")
        .plans("Links to that node close; calls that it has go on until they end.")
        .proof((_, after) -> NodeStatus.shows(after, false))
        .inverse(NodeStatus::enabledAgain)
        .output(
            Schema.object(
                "The drain",
                Schema.optional("answer", Schema.any("The node's answer")),
                Schema.optional("before", Schema.map("The node, before")),
                Schema.optional("after", Schema.map("The node, afterwards")),
                Schema.required("drained", Schema.flag("Whether no call is left")),
                Schema.optional("dialogs_at_start", Schema.integer("Calls when it began")),
                Schema.optional("dialogs_left", Schema.integer("Calls at the last look")),
                Schema.required("watched_s", Schema.integer("Seconds watched"))))
        .examples(
            "Drain node 1 for maintenance",
            "Take this cluster node out of service and wait until its calls are over",
            "Prepare node 2 for an upgrade without dropping calls");
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return disable.state(arguments, ports);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return disable.plan(arguments, ports);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (disable.apply(plan, arguments, ports)) {
      case Outcome.Value made -> watched(made, arguments, ports);
      case Outcome.Rows other -> other;
      case Outcome.Failure failure -> failure;
    };
  }

  private static Outcome watched(Outcome.Value made, Arguments arguments, WritePorts ports) {
    boolean own = Json.object(Json.asObject(made.data()), "before").has("self");
    Ebb ebb =
        new Ebb(
            "dialogs",
            Duration.ofSeconds(arguments.integer("timeout_sec", PATIENCE_SEC)),
            Duration.ofSeconds(arguments.integer("poll_interval_sec", POLL_SEC)));
    return own
        ? ebb.after(
            made,
            "The node's calls can't be counted; module dialog may not be loaded.",
            ports,
            () -> dialogs(ports))
        : ebb.after(
            made,
            "Disabled as this node sees it. Its calls can only be counted on that node itself:"
                + " call this tool there.",
            ports,
            OptionalLong::empty);
  }

  private static OptionalLong dialogs(ReadPorts ports) {
    JsonArray names = new JsonArray();
    names.add("active_dialogs");
    JsonObject params = new JsonObject();
    params.add("statistics", names);
    return switch (ports.mi().read("get_statistics", params)) {
      case MiResult.Failure<JsonElement> _ -> OptionalLong.empty();
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        long count = Json.number(Json.asObject(answer), "dialog:active_dialogs", -1);
        yield count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
      }
    };
  }
}
