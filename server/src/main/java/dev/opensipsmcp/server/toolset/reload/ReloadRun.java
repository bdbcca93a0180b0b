package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs reloads one after the other and compares what each module shows before and after.
 *
 * @param chosen what was asked for, in order
 * @param textFiles whether the node may keep tables in text files that will not be read again
 */
record ReloadRun(List<Chosen> chosen, boolean textFiles) implements Work.Change {
  private static final int PAUSE = 100;

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    List<JsonObject> order = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    List<String> effects = new ArrayList<>();
    for (Chosen one : chosen) {
      JsonObject row = row(one);
      if (one.runs()) {
        commands.add(one.reload().command());
        effects.add(one.reload().module() + ": " + one.reload().traffic());
        Snapshot.of(one.reload(), ports).rows().ifPresent(rows -> row.addProperty("before", rows));
      } else {
        row.addProperty("outcome", "skipped");
        row.addProperty("why", one.skipped());
      }
      order.add(row);
    }
    JsonObject target = new JsonObject();
    target.add("order", Json.texts(commands));
    JsonObject shown = new JsonObject();
    shown.add("rows", Json.list(order));
    return new Plan.Ready(
        "Reload "
            + commands.size()
            + " modules from the database, in this order: "
            + String.join(", ", commands)
            + ".",
        target,
        shown,
        effects,
        "Nothing takes it back: a node keeps no copy of what a reload replaces. Put the old rows"
            + " back into the tables and reload again.");
  }

  private static JsonObject row(Chosen one) {
    JsonObject row = new JsonObject();
    row.addProperty("target", one.reload().module());
    row.addProperty("command", one.reload().command());
    row.add("tables", Json.texts(one.reload().tables()));
    return row;
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    boolean stops = arguments.flag("stop_on_error", false);
    int pause = arguments.integer("delay_ms_between", PAUSE);
    ReloadReport report = new ReloadReport();
    boolean stopped = false;
    for (Chosen one : chosen) {
      JsonObject row = row(one);
      if (!one.runs()) {
        report.skipped(row, one.skipped());
      } else if (stopped) {
        report.notTried(row);
      } else {
        stopped = report.ran() && !paused(pause);
        if (stopped) {
          report.notTried(row);
        } else {
          boolean well = reload(one.reload(), row, report, ports);
          stopped = !well && stops;
        }
      }
      ports.progress(report.rows(), chosen.size(), one.reload().command());
    }
    if (textFiles) {
      report.hintIfNothingMoved(
          "The node has db_text: rows edited in its files become active only with target db_text.");
    }
    return report.outcome();
  }

  private static boolean reload(
      Reload reload, JsonObject row, ReloadReport report, WritePorts ports) {
    Snapshot before = Snapshot.of(reload, ports);
    long start = System.nanoTime();
    MiResult<JsonElement> result = ports.miWrites().write(reload.command(), new JsonObject());
    row.addProperty("ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
    return switch (result) {
      case MiResult.Failure<JsonElement>(MiError error) when reload.live(error) -> {
        report.skipped(row, "The node reads the table at each request: " + error.cause());
        yield true;
      }
      case MiResult.Failure<JsonElement>(MiError error) when withoutTable(error) -> {
        report.skipped(row, "The node loads this from no table: " + error.cause());
        yield true;
      }
      case MiResult.Failure<JsonElement>(MiError error) -> {
        report.failed(row, error);
        yield false;
      }
      case MiResult.Success<JsonElement> _ -> {
        report.reloaded(row, before, Snapshot.of(reload, ports));
        yield true;
      }
    };
  }

  private static boolean withoutTable(MiError error) {
    return error instanceof MiError.Refused
        && Reloads.NO_TABLE.stream().anyMatch(words -> error.cause().contains(words));
  }

  /** Waits between two reloads; false when the call ran out of time meanwhile. */
  private static boolean paused(int millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@return the refusal when nothing would run} */
  static Outcome.Failure nothing(List<Chosen> chosen) {
    StringBuilder why = new StringBuilder("Nothing would be reloaded:");
    chosen.forEach(one -> why.append(' ').append(one.skipped()));
    return ToolError.TARGET_NOT_FOUND.failure(
        why.toString(), "See with reload_list what this node can reload.");
  }
}
