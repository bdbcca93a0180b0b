package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Decimals;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.core.Uptime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code sl_stats}: what a node answered without keeping a transaction. */
final class StatelessReplies implements Work.Read {
  private static final List<String> CLASSES = List.of("1xx", "2xx", "3xx", "4xx", "5xx", "6xx");

  private StatelessReplies() {}

  static Tool tool() {
    return new Tool(
        "sl_stats",
        PerfToolset.NAME,
        "Stateless replies",
        new Description(
            "Count the replies that a node sent without a transaction, by class.",
            "Use when asked for authentication load, scanners, or keepalives answered.",
            Optional.of("Not for replies of transactions; use `transaction_count`."),
            Optional.empty(),
            "Returns one object: counts since the start, shares, mean rates, and what they mean."),
        new Demand(Scope.STATS_READ, Risk.READ),
        true,
        Schema.arguments(),
        Schema.object(
            "The counts",
            Schema.required("sent_replies", Schema.integer("Replies sent in all")),
            Schema.required("per_second", Schema.number("Mean since the start")),
            Schema.required("by_class", Schema.map("Replies by class")),
            Schema.required("share_pct", Schema.map("The same in percent")),
            Schema.required("error_replies", Schema.integer("Sent for faults of messages")),
            Schema.required("received_acks", Schema.integer("ACKs to such replies")),
            Schema.required("up_s", Schema.integer("Seconds since the node started")),
            Schema.required("hints", Schema.texts("What stands out"))),
        new Needs(List.of("uptime", "get_statistics"), List.of("sl")),
        List.of(
            "How many stateless replies does OpenSIPS send?",
            "Count stateless 4xx answers, do scanners knock?",
            "Show the sl statistics"),
        List.of("sl_get_stats"),
        new StatelessReplies());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (Statistics.read(ports, List.of("sl:"))) {
      case MiResult.Failure<JsonObject>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonObject>(JsonObject values) when values.isEmpty() ->
          ToolError.STATISTIC_UNKNOWN.failure(
              "This node counts no stateless replies.", "Load module sl on it.");
      case MiResult.Success<JsonObject>(JsonObject values) ->
          switch (ports.mi().read("uptime", new JsonObject())) {
            case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
            case MiResult.Success<JsonElement>(JsonElement answer) ->
                new Outcome.Value(told(values, Uptime.seconds(Json.asObject(answer))));
          };
    };
  }

  private static JsonObject told(JsonObject values, long up) {
    long sent = Json.number(values, "sl:sent_replies", 0);
    JsonObject counts = new JsonObject();
    JsonObject shares = new JsonObject();
    for (String one : CLASSES) {
      long count = Json.number(values, "sl:" + one + "_replies", 0);
      counts.addProperty(one, count);
      shares.addProperty(one, Numbers.percent(count, sent));
    }
    JsonObject json = new JsonObject();
    json.addProperty("sent_replies", sent);
    json.addProperty("per_second", Decimals.rounded(up > 0 ? (double) sent / up : 0));
    json.add("by_class", counts);
    json.add("share_pct", shares);
    json.addProperty("error_replies", Json.number(values, "sl:sent_err_replies", 0));
    json.addProperty("received_acks", Json.number(values, "sl:received_ACKs", 0));
    json.addProperty("up_s", up);
    json.add("hints", Json.texts(hints(shares, values, sent)));
    return json;
  }

  private static List<String> hints(JsonObject shares, JsonObject values, long sent) {
    List<String> hints = new ArrayList<>();
    if (sent < 20) {
      return hints;
    }
    if (Json.number(shares, "4xx", 0) >= 50) {
      hints.add(
          "Most are refusals (4xx): challenges to log in, or scanners; look for them with"
              + " log_search.");
    }
    if (Json.number(shares, "2xx", 0) >= 50) {
      hints.add("Most are OK (2xx): keepalives, as a rule OPTIONS, are answered here.");
    }
    if (Json.number(shares, "5xx", 0) >= 5) {
      hints.add("Replies 5xx tell of faults of this server: look into its log.");
    }
    if (Json.number(values, "sl:sent_err_replies", 0) * 20 >= sent) {
      hints.add("Many replies answer messages that can't be parsed.");
    }
    return hints;
  }
}
