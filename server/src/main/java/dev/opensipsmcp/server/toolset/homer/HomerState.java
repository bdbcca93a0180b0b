package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.HomerHealth;
import dev.opensipsmcp.sip.homer.HomerStatistics;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tools {@code homer_health} and {@code homer_stats}.
 *
 * @param desk what they work with
 */
record HomerState(HomerDesk desk) {
  private static final int MOST_CALLS = 10_000;

  Tool health() {
    Work.Read work = (_, ports) -> health(ports);
    return new Tool(
        "homer_health",
        HomerToolset.NAME,
        "Health of the Homer server",
        new Description(
            "Check whether the Homer server answers and accepts the credentials.",
            "Use when Homer tools fail, or before relying on captures.",
            Optional.of("Not for how much it captures; use `homer_stats`."),
            Optional.empty(),
            "Returns one object; ok is false, with the reason, when Homer is not configured or"
                + " fails."),
        HomerDesk.READ,
        true,
        Schema.arguments(),
        Schema.object(
            "The server's state",
            Schema.required("ok", Schema.flag("Whether it can be asked")),
            Schema.required("configured", Schema.flag("Whether there is one")),
            Schema.optional("api", Schema.text("v3 (Homer 7) or v4 (Homer 11)")),
            Schema.optional("took_ms", Schema.integer("How long the answer took")),
            Schema.optional("nodes", Schema.texts("Its database nodes, where told")),
            Schema.optional("reason", Schema.text("Why it is not ok")),
            Schema.optional("next_step", Schema.text("What to do"))),
        Needs.NOTHING,
        List.of(
            "Is Homer up?",
            "Check the health of the Homer capture server",
            "Does our login to Homer still work?"),
        List.of(),
        work);
  }

  private Outcome health(ReadPorts ports) {
    Optional<Homer> homer = desk.stores().homer();
    JsonObject json = new JsonObject();
    json.addProperty("ok", false);
    json.addProperty("configured", homer.isPresent());
    if (homer.isEmpty()) {
      json.addProperty("reason", "No Homer server is configured.");
      json.addProperty("next_step", "Ask whoever runs this server to set OPENSIPS_MCP_HOMER_URL.");
      return new Outcome.Value(json);
    }
    switch (homer.get().health(new CallWatch(ports, "health"))) {
      case Found.Failure<HomerHealth>(TraceError error) -> {
        json.addProperty("reason", error.message());
        json.addProperty("next_step", error.next());
      }
      case Found.Value<HomerHealth>(HomerHealth health, _) -> {
        json.addProperty("ok", true);
        json.addProperty("api", health.api());
        json.addProperty("took_ms", health.took().toMillis());
        json.add("nodes", Json.texts(health.nodes()));
      }
    }
    return new Outcome.Value(json);
  }

  Tool statistics() {
    Work.Read work =
        (arguments, ports) ->
            desk.with(
                arguments,
                HomerDesk.DAY.dividedBy(24),
                (store, window) -> statistics(store, window, ports));
    return new Tool(
        "homer_stats",
        HomerToolset.NAME,
        "Capture statistics of Homer",
        new Description(
            "Count captured messages by method and response code.",
            "Use when asking how much is captured, or of what mix it is.",
            Optional.of("Not for single calls; use `homer_search_calls`."),
            Optional.empty(),
            "Returns one object of totals; the last hour unless times are given."),
        HomerDesk.READ,
        true,
        Schema.arguments(Asked.FROM, Asked.TO, Asked.PATH),
        Schema.object(
            "The counts",
            Schema.required("from", Schema.text("First moment, UTC")),
            Schema.required("until", Schema.text("First moment behind, UTC")),
            Schema.required("messages", Schema.integer("Messages in all")),
            Schema.optional("calls", Schema.integer("Call-IDs, where calls were counted")),
            Schema.required(
                "methods",
                Schema.map("Messages by method or response code; of a file calls by method")),
            Schema.required("complete", Schema.flag("Whether all were counted"))),
        Needs.NOTHING,
        List.of(
            "How many SIP messages did Homer capture in the last hour?",
            "Method distribution in Homer today",
            "Capture statistics: totals by method and response code"),
        List.of(),
        work);
  }

  private static Outcome statistics(MessageStore store, TimeWindow window, ReadPorts ports) {
    CallWatch watch = new CallWatch(ports, "messages");
    if (store instanceof Homer homer) {
      return HomerDesk.outcome(
          store,
          window,
          homer.statistics(window, watch),
          (HomerStatistics counted, List<String> notes) ->
              new Outcome.Value(
                  json(window, counted.messages(), counted.methods(), counted.complete()), notes));
    }
    return HomerDesk.outcome(
        store,
        window,
        store.calls(CallSearch.of(window, MOST_CALLS), watch),
        (calls, notes) -> {
          Map<String, Long> methods = new TreeMap<>();
          long messages = 0;
          for (CallSummary call : calls) {
            methods.merge(call.method().isEmpty() ? "unknown" : call.method(), 1L, Long::sum);
            messages += call.messages();
          }
          JsonObject json = json(window, messages, methods, calls.size() < MOST_CALLS);
          json.addProperty("calls", calls.size());
          return new Outcome.Value(json, notes);
        });
  }

  private static JsonObject json(
      TimeWindow window, long messages, Map<String, Long> methods, boolean complete) {
    JsonObject json = Json.object("from", window.from().toString());
    json.addProperty("until", window.to().toString());
    json.addProperty("messages", messages);
    JsonObject counts = new JsonObject();
    methods.forEach(counts::addProperty);
    json.add("methods", counts);
    json.addProperty("complete", complete);
    return json;
  }
}
