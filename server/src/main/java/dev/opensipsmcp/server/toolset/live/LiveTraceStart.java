package dev.opensipsmcp.server.toolset.live;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.hep.HepEar;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.sip.trace.Addresses;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The tool {@code live_trace_start}: has a node send copies of some calls to this server, for a
 * bounded time.
 *
 * @param desk what it works with
 */
record LiveTraceStart(LiveDesk desk) implements Work.Reversible {
  private static final String NAME = "live_trace_start";
  private static final SecureRandom SEEDS = new SecureRandom();

  Tool tool() {
    return new Tool(
        NAME,
        LiveToolset.NAME,
        "Watch calls live",
        new Description(
            "Start copying the SIP messages of some new calls to this server, for some time.",
            "Use when a problem can be shown now.",
            Optional.of("Not for other receivers; use `trace_start`."),
            Optional.of(
                "Effects: copies with private data cross the network, calls go on. Ends in time or"
                    + " with this server; after a crash, trace_stop mcp-live-... Undo:"
                    + " live_trace_stop."),
            "Returns its ID; read with live_list_calls. One filter or more."),
        new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            optional("filter_caller", user("user or user@host")),
            optional("filter_callee", user("Likewise, of the Request-URI")),
            optional("filter_ip", text("Source IPv4")),
            optional("seconds", integer("How long").between(5, 600).byDefault(60)),
            optional("requests", text("Which ones").oneOf("calls", "all").byDefault("calls")),
            optional("transport", text("To here").oneOf("tcp", "udp").byDefault("tcp"))),
        Schema.map("id, state, filters, sends_to, until, seconds_left"),
        new Needs(List.of("trace", "trace_start", "trace_stop"), List.of(LiveDesk.MODULE)),
        List.of(
            "Watch the next calls of alice for two minutes",
            "Show me live what the node exchanges with 198.51.100.7",
            "Record the SIP messages of the next call to +12025550143"),
        List.of(),
        this);
  }

  private static Schema user(String description) {
    return text(description).matching("^\\S+$").longest(255);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    List<String> wanted = NodeTraces.filters(arguments);
    return switch (NodeTraces.read(ports.mi())) {
      case MiResult.Failure<List<NodeTraces.Found>>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<List<NodeTraces.Found>>(List<NodeTraces.Found> traces) ->
          new MiResult.Success<>(
              traces.stream()
                  .filter(trace -> trace.filters().equals(wanted))
                  .findFirst()
                  .map(LiveTraceStart::there)
                  .orElseGet(States::missing));
    };
  }

  private static JsonObject there(NodeTraces.Found trace) {
    JsonObject state = Json.object("id", trace.id());
    state.add("filters", Json.texts(trace.filters()));
    return state;
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    List<String> filters = NodeTraces.filters(arguments);
    Optional<String> wrong = wrong(arguments, filters);
    if (wrong.isPresent()) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              wrong.get(), "Give filter_caller, filter_callee or filter_ip."));
    }
    return switch (state(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<JsonObject>(JsonObject now) when States.exists(now) ->
          new Plan.Refused(
              ToolError.TARGET_UNFIT.failure(
                  "A trace of the same calls runs already: " + Json.text(now, "id") + ".",
                  "Look with live_get_status; end it with live_trace_stop."));
      case MiResult.Success<JsonObject>(JsonObject now) ->
          ready(arguments, ports.mi().instance(), filters, now);
    };
  }

  /** A node skips a filter that it can't read, and would then copy all calls. */
  private static Optional<String> wrong(Arguments arguments, List<String> filters) {
    if (filters.isEmpty()) {
      return Optional.of("Without a filter all calls would be copied.");
    }
    Optional<String> address = arguments.maybeText("filter_ip");
    return address.isPresent() && !isIpv4(address.get())
        ? Optional.of("filter_ip is no IPv4 address; OpenSIPS filters by no other.")
        : Optional.empty();
  }

  private static boolean isIpv4(String text) {
    try {
      return text.indexOf(':') < 0 && Addresses.text(Addresses.bytes(text)).equals(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Plan ready(
      Arguments arguments, String instance, List<String> filters, JsonObject now) {
    String id = TraceIds.next(new SplittableRandom(SEEDS.nextLong()));
    int seconds = arguments.integer("seconds", 60);
    return new Plan.Ready(
        "Copy new calls with "
            + String.join(" and ", filters)
            + " to this server for "
            + seconds
            + " s, then stop that by trace_stop.",
        now,
        Json.object("id", id),
        List.of(
            "Copies of these calls' SIP messages, which may hold private data, come to this server.",
            "After " + seconds + " s, or when it ends, this server sends trace_stop by itself."),
        "live_trace_stop "
            + id
            + "; should this server die meanwhile, trace_stop with that ID on "
            + instance
            + ".",
        Optional.of(
            new Restore(
                now,
                new Step(NAME, arguments.json()),
                new Step("live_trace_stop", Json.object("id", id)))));
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (desk.ear().place(ports.mi().instance())) {
      case HepEar.Place.Nowhere(String cause) ->
          ToolError.LIVE_NOT_RECEIVABLE.failure(
              cause,
              "Ask whoever runs this server to set hep.listen and hep.advertise in its file.");
      case HepEar.Place.At(String address) ->
          started(Json.text(plan.shown(), "id"), address, arguments, ports);
    };
  }

  private Outcome started(String id, String address, Arguments arguments, WritePorts ports) {
    Instant until = desk.clock().instant().plusSeconds(arguments.integer("seconds", 60));
    List<String> filters = NodeTraces.filters(arguments);
    LiveTrace trace = new LiveTrace(new NodeTraces.Found(id, filters), address, until, ports);
    MiResult<JsonElement> answer =
        ports.miWrites().write("trace_start", params(id, address, filters, arguments));
    if (answer instanceof MiResult.Failure<JsonElement>(MiError error)) {
      Outcome.Failure failure = Outcome.Failure.of(error);
      if (failure.mayHaveRun()) {
        // Whether it runs is unknown, so that it is stopped in its time all the same.
        desk.traces().watch(trace);
      }
      return failure;
    }
    return switch (state(arguments, ports)) {
      case MiResult.Success<JsonObject>(JsonObject now) when Json.text(now, "id").equals(id) -> {
        desk.traces().watch(trace);
        yield new Outcome.Value(trace.json(desk.clock().instant()));
      }
      case MiResult.Success<JsonObject> _ -> {
        trace.stop();
        yield ToolError.LIVE_TRACE_REFUSED.failure(
            "The node answered OK, and has no trace with these filters.",
            "Check that modules tracer and proto_hep are loaded; look with trace_get_status.");
      }
      case MiResult.Failure<JsonObject>(MiError error) -> {
        desk.traces().watch(trace);
        yield ToolError.NOT_PROVEN.failure(
            "The node took the trace, and could not be read afterwards: " + error.cause(),
            "Look with live_get_status; it is stopped in its time.");
      }
    };
  }

  private static JsonObject params(
      String id, String address, List<String> filters, Arguments arguments) {
    JsonObject params = Json.object("id", id);
    params.addProperty(
        "uri",
        "hep:"
            + address
            + ";transport="
            + arguments.maybeText("transport").orElse("tcp")
            + ";version=3");
    JsonArray list = new JsonArray();
    filters.forEach(list::add);
    params.add("filter", list);
    boolean all = arguments.maybeText("requests").orElse("calls").equals("all");
    params.addProperty("scope", all ? "t" : "d");
    params.addProperty("type", "sip");
    return params;
  }
}
