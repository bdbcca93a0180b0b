package dev.opensipsmcp.server.toolset.media;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Disables a media server, then looks how the calls on it end. Only module rtp_relay tells which
 * calls those are; what a script sends there itself, nobody can count over MI.
 *
 * @param disable takes the server out
 * @param engine the kind of server, as rtp_relay calls it
 */
record DrainWatch(Work.Reversible disable, String engine) implements Work.Reversible {
  private static final int PATIENCE_SEC = 30;
  private static final long PAUSE_MS = 1000;
  private static final long NANOS = 1_000_000_000L;
  private static final RowPath CALLS = RowPath.parse("[]").keeping("relay", "node", "set");

  static final Schema.Property PATIENCE =
      Schema.optional(
          "timeout_sec",
          Schema.integer("Seconds to watch; the server's own call limit may be shorter")
              .between(1, 600)
              .byDefault(PATIENCE_SEC));

  static final Schema RESULT =
      Schema.object(
          "The drain",
          Schema.optional("answer", Schema.any("The node's answer")),
          Schema.optional("before", Schema.map("The server, before")),
          Schema.optional("after", Schema.map("The server, afterwards")),
          Schema.required("drained", Schema.flag("Whether no known call is left")),
          Schema.optional("calls_at_start", Schema.integer("Calls when it began")),
          Schema.optional("calls_left", Schema.integer("Calls at the last look")),
          Schema.required("watched_s", Schema.integer("Seconds watched")));

  private record Watch(long left, long seconds) {}

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
      case Outcome.Value(JsonElement made, List<String> warnings) ->
          watched(Json.asObject(made), new ArrayList<>(warnings), arguments, ports);
      case Outcome.Rows other -> other;
      case Outcome.Failure failure -> failure;
    };
  }

  private Outcome watched(
      JsonObject result, List<String> warnings, Arguments arguments, WritePorts ports) {
    OptionalLong first = calls(arguments, ports);
    if (first.isEmpty()) {
      result.addProperty("drained", false);
      result.addProperty("watched_s", 0);
      warnings.add("Its calls can't be counted; module rtp_relay may not be loaded.");
      return new Outcome.Value(result, warnings);
    }
    Watch watch = watch(first.getAsLong(), arguments, ports);
    result.addProperty("drained", watch.left() == 0);
    result.addProperty("calls_at_start", first.getAsLong());
    result.addProperty("calls_left", watch.left());
    result.addProperty("watched_s", watch.seconds());
    if (watch.left() > 0) {
      warnings.add(
          watch.left() + " calls are left; call again to watch on, nothing changes by it.");
    }
    return new Outcome.Value(result, warnings);
  }

  private Watch watch(long first, Arguments arguments, WritePorts ports) {
    long begun = System.nanoTime();
    long patience = arguments.integer("timeout_sec", PATIENCE_SEC);
    long left = first;
    long seconds = 0;
    while (left > 0 && seconds < patience && !ports.withdrawn()) {
      ports.progress((double) Math.max(0, first - left), (double) first, left + " calls left");
      if (!slept()) {
        break;
      }
      seconds = (System.nanoTime() - begun) / NANOS;
      left = calls(arguments, ports).orElse(left);
    }
    return new Watch(left, seconds);
  }

  /**
   * Interrupted when the call has lasted as long as the server lets one: then what is known goes.
   */
  private static boolean slept() {
    try {
      Thread.sleep(PAUSE_MS);
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  private OptionalLong calls(Arguments arguments, ReadPorts ports) {
    long[] calls = {0};
    MiReader<Boolean> reader =
        json -> {
          CALLS.read(
              json,
              row -> {
                calls[0] += on(row, arguments) ? 1 : 0;
                return true;
              });
          return true;
        };
    return switch (ports.mi().read("rtp_relay_list", new JsonObject(), reader)) {
      case MiResult.Failure<Boolean> _ -> OptionalLong.empty();
      case MiResult.Success<Boolean> _ -> OptionalLong.of(calls[0]);
    };
  }

  private boolean on(Row row, Arguments arguments) {
    return row.text("relay").equals(engine)
        && row.text("node").equals(arguments.text("url"))
        && (!arguments.has("set") || row.number("set", -1) == arguments.integer("set", -1));
  }
}
