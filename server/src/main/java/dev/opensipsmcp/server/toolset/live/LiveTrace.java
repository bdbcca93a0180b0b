package dev.opensipsmcp.server.toolset.live;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One trace that this server started, until it is stopped. */
final class LiveTrace {
  /** How a trace is. */
  enum State {
    RUNNING,
    STOPPED,
    /** It should be stopped, and is not. */
    LEFT
  }

  private final NodeTraces.Found what;
  private final String instance;
  private final String address;
  private final Instant until;
  private final WritePorts ports;
  private State state = State.RUNNING;
  private String note = "";

  /**
   * Remembers a trace that runs.
   *
   * @param what its ID and filters
   * @param address where its copies go
   * @param until when it has to be stopped
   * @param ports reach its node, with the rights of the call that started it
   */
  LiveTrace(NodeTraces.Found what, String address, Instant until, WritePorts ports) {
    this.what = what;
    this.instance = ports.mi().instance();
    this.address = address;
    this.until = until;
    this.ports = ports;
  }

  String id() {
    return what.id();
  }

  String instance() {
    return instance;
  }

  List<String> filters() {
    return what.filters();
  }

  String address() {
    return address;
  }

  Instant until() {
    return until;
  }

  synchronized State state() {
    return state;
  }

  synchronized String note() {
    return note;
  }

  /** Stops it with the rights that it was started with. */
  State stop() {
    return stop(ports);
  }

  /** Stops it, and looks whether it is gone. */
  synchronized State stop(WritePorts by) {
    if (state == State.STOPPED) {
      return state;
    }
    Ended ended = stop(id(), by);
    state = ended.gone() ? State.STOPPED : State.LEFT;
    note = ended.note();
    return state;
  }

  /**
   * What came of stopping a trace.
   *
   * @param gone whether the node has it no more
   * @param note why not, or empty
   */
  record Ended(boolean gone, String note) {}

  /** Stops any trace of that ID, and looks whether it is gone. */
  static Ended stop(String id, WritePorts ports) {
    MiResult<JsonElement> answer = ports.miWrites().write("trace_stop", Json.object("id", id));
    return switch (NodeTraces.read(ports.mi())) {
      case MiResult.Failure<List<NodeTraces.Found>>(MiError error) ->
          new Ended(false, error.cause());
      case MiResult.Success<List<NodeTraces.Found>>(List<NodeTraces.Found> traces) ->
          NodeTraces.named(traces, id).isEmpty()
              ? new Ended(true, "")
              : new Ended(false, why(answer));
    };
  }

  private static String why(MiResult<JsonElement> answer) {
    return answer instanceof MiResult.Failure<JsonElement>(MiError error)
        ? error.cause()
        : "The node said OK and has it still: it stops only the first trace that trace_get_status"
            + " shows as dynamic. Stop those before it first.";
  }

  /** {@return what a caller is told of it} */
  synchronized JsonObject json(Instant now) {
    JsonObject json = Json.object("id", id());
    json.addProperty("state", state.name().toLowerCase(Locale.ROOT));
    json.add("filters", Json.texts(filters()));
    json.addProperty("sends_to", address);
    json.addProperty("until", until.toString());
    json.addProperty(
        "seconds_left",
        state == State.RUNNING ? Math.max(0, Duration.between(now, until).toSeconds()) : 0);
    Json.addText(json, "note", note);
    return json;
  }
}
