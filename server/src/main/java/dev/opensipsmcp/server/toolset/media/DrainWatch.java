package dev.opensipsmcp.server.toolset.media;

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
import dev.opensipsmcp.server.toolset.lever.Ebb;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.time.Duration;
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
      case Outcome.Value made ->
          new Ebb(
                  "calls",
                  Duration.ofSeconds(arguments.integer("timeout_sec", PATIENCE_SEC)),
                  Duration.ofSeconds(1))
              .after(
                  made,
                  "Its calls can't be counted; module rtp_relay may not be loaded.",
                  ports,
                  () -> calls(arguments, ports));
      case Outcome.Rows other -> other;
      case Outcome.Failure failure -> failure;
    };
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
