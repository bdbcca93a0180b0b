package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.WritePorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Watches calls end on something that takes no new ones, until none is left, the patience is over,
 * or nobody waits for the answer any more.
 *
 * @param counted what is counted, as the result's members name it: {@code calls}
 * @param patience how long to watch
 * @param pause between two looks
 */
public record Ebb(String counted, Duration patience, Duration pause) {

  /**
   * {@return the result with what was seen}
   *
   * @param change the value that the change itself came to; an object
   * @param blind what to say when nothing can be counted
   * @param ports the node
   * @param count looks; empty when the node does not tell
   */
  public Outcome after(
      Outcome.Value change, String blind, WritePorts ports, Supplier<OptionalLong> count) {
    JsonObject result = change.data().getAsJsonObject();
    List<String> warnings = new ArrayList<>(change.warnings());
    OptionalLong first = count.get();
    if (first.isEmpty()) {
      result.addProperty("drained", false);
      result.addProperty("watched_s", 0);
      warnings.add(blind);
      return new Outcome.Value(result, warnings);
    }
    long begun = System.nanoTime();
    long left = first.getAsLong();
    long passed = 0;
    while (left > 0 && passed < patience.toNanos() && !ports.withdrawn()) {
      double ended = (double) Math.max(0, first.getAsLong() - left);
      ports.progress(ended, (double) first.getAsLong(), left + " calls left");
      if (!slept(Math.min(pause.toNanos(), patience.toNanos() - passed))) {
        break;
      }
      passed = System.nanoTime() - begun;
      left = count.get().orElse(left);
    }
    result.addProperty("drained", left == 0);
    result.addProperty(counted + "_at_start", first.getAsLong());
    result.addProperty(counted + "_left", left);
    result.addProperty("watched_s", Duration.ofNanos(passed).toSeconds());
    if (left > 0) {
      warnings.add(left + " calls are left; call again to watch on, nothing changes by it.");
    }
    return new Outcome.Value(result, warnings);
  }

  /**
   * Interrupted when the call has lasted as long as the server lets one: then what is known goes.
   */
  private static boolean slept(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(Math.max(1_000_000, nanos)));
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }
}
