package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Pause;
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.core.Uptime;
import dev.opensipsmcp.server.toolset.node.MemoryPools;
import dev.opensipsmcp.server.toolset.snapshot.Baseline;
import dev.opensipsmcp.server.toolset.snapshot.Baselines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures how memory grew: between a stored snapshot and now, else while it is watched for some
 * seconds. One sample never makes a rate.
 *
 * @param baselines finds snapshots
 * @param pause waits between two samples
 */
public record Growing(Baselines baselines, Pause pause) {
  /** How long memory is watched where there is no snapshot to measure from. */
  public static final Duration WATCH = Duration.ofSeconds(4);

  /** A snapshot younger than that says no more than a watch does. */
  private static final Duration OLD_ENOUGH = Duration.ofMinutes(10);

  /** How much a node's clock and ours may differ over a window, before a restart is meant, in s. */
  private static final long SLACK_S = 30;

  /** How what its reader should know begins. */
  static final String NOTE = "Growth: ";

  private static final List<String> ASKED =
      Stream.concat(
              MemoryPools.GROUPS.stream(),
              Stream.of("active_dialogs", "inuse_transactions", "usrloc:"))
          .toList();

  /** What came of it. */
  sealed interface Measured {
    /**
     * Growth, between two samples.
     *
     * @param value pools and counts, then and now
     * @param notes what its reader should know
     */
    record Twice(JsonObject value, List<String> notes) implements Measured {}

    /**
     * Nothing, for want of a second sample.
     *
     * @param why one sentence
     * @param next what to do about it, one sentence
     */
    record Once(String why, String next) implements Measured {}
  }

  private record Sample(Instant at, JsonObject values) {}

  Measured measure(Optional<String> since, InstantSource clock, ReadPorts ports) {
    List<String> notes = new ArrayList<>();
    return switch (Statistics.read(ports, ASKED)) {
      case MiResult.Failure<JsonObject>(MiError error) -> once(error);
      case MiResult.Success<JsonObject>(JsonObject values) -> {
        Sample now = new Sample(clock.instant(), values);
        Optional<Sample> earlier = earlier(since, now, ports, notes);
        yield earlier.isPresent()
            ? twice("snapshot", earlier.get(), now, ports, notes)
            : watched(now, clock, ports, notes);
      }
    };
  }

  private Measured watched(Sample first, InstantSource clock, ReadPorts ports, List<String> notes) {
    try {
      pause.pass(WATCH);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Measured.Once("The call was withdrawn before the second sample.", "Call again.");
    }
    return switch (Statistics.read(ports, ASKED)) {
      case MiResult.Failure<JsonObject>(MiError error) -> once(error);
      case MiResult.Success<JsonObject>(JsonObject values) ->
          twice("watch", first, new Sample(clock.instant(), values), ports, notes);
    };
  }

  private static Measured twice(
      String from, Sample first, Sample last, ReadPorts ports, List<String> notes) {
    JsonObject growth = growth(from, first, last, ports);
    return Json.list(growth, "pools").isEmpty()
        ? new Measured.Once(
            "Growth needs two samples, and no pool of memory is in both.",
            "Read get_memory_stats; if it is empty, the node tells nothing of its memory.")
        : new Measured.Twice(growth, notes);
  }

  private static Measured once(MiError error) {
    return new Measured.Once(
        "Growth needs two samples, and one could not be taken: " + error.cause(), error.nextStep());
  }

  /** {@return the snapshot as a sample, unless the node was started anew since} */
  private Optional<Sample> earlier(
      Optional<String> since, Sample now, ReadPorts ports, List<String> notes) {
    if (!ports.rights().grants(Scope.RESOURCE_READ)) {
      return Optional.empty();
    }
    String node = ports.mi().instance();
    Optional<Baseline> found =
        since.isPresent()
            ? baselines.named(since.get()).filter(it -> it.instance().equals(node))
            : baselines.before(node, now.at().minus(OLD_ENOUGH));
    if (since.isPresent() && found.isEmpty()) {
      notes.add(NOTE + "the file given is no snapshot of this node that may be read.");
    }
    return found.flatMap(baseline -> {
      long window = Duration.between(baseline.taken(), now.at()).toSeconds();
      long up =
          ports.mi().read("uptime", new JsonObject())
                  instanceof MiResult.Success<JsonElement>(JsonElement answer)
              ? Uptime.seconds(Json.asObject(answer))
              : -1;
      if (window <= 0 || up < baseline.upSeconds() + window - SLACK_S) {
        notes.add(
            NOTE
                + "the node was started anew since the snapshot of "
                + baseline.taken()
                + ", so it was watched for "
                + WATCH.toSeconds()
                + " s instead.");
        return Optional.empty();
      }
      return Optional.of(new Sample(baseline.taken(), baseline.statistics()));
    });
  }

  private static JsonObject growth(String from, Sample first, Sample last, ReadPorts ports) {
    double window = Duration.between(first.at(), last.at()).toMillis() / 1_000.0;
    JsonObject json = Json.object("first_sample", from);
    json.addProperty("from", first.at().toString());
    json.addProperty("to", last.at().toString());
    json.addProperty("window_s", Math.round(window));
    List<JsonObject> before = MemoryPools.rows(first.values(), Map.of());
    List<JsonObject> pools = new ArrayList<>();
    for (JsonObject pool : MemoryPools.rows(last.values(), MemoryPools.processes(ports))) {
      before.stream()
          .filter(row -> same(row, pool))
          .findFirst()
          .ifPresent(row -> pools.add(grown(row, pool, window)));
    }
    pools.sort((one, other) ->
        Long.compare(Json.number(other, "grown_bytes", 0), Json.number(one, "grown_bytes", 0)));
    json.add("pools", Json.list(pools));
    JsonObject counts = new JsonObject();
    counts.add("dialogs", count(first, last, "dialog:active_dialogs", ""));
    counts.add("contacts", count(first, last, "usrloc:", "-contacts"));
    counts.add("transactions", count(first, last, "tm:inuse_transactions", ""));
    json.add("counts", counts);
    return json;
  }

  private static boolean same(JsonObject one, JsonObject other) {
    return Json.text(one, "pool").equals(Json.text(other, "pool"))
        && Json.number(one, "process", -1) == Json.number(other, "process", -1);
  }

  private static JsonObject grown(JsonObject before, JsonObject now, double window) {
    JsonObject row = new JsonObject();
    for (String member : List.of("pool", "process", "pid", "type", "total_bytes")) {
      if (now.has(member)) {
        row.add(member, now.get(member));
      }
    }
    long used = Json.number(now, "real_used_bytes", 0);
    long grown = used - Json.number(before, "real_used_bytes", 0);
    row.addProperty("used_bytes", used);
    row.addProperty("grown_bytes", grown);
    if (window > 0) {
      row.addProperty("bytes_per_hour", Math.round(grown / window * 3_600));
      long left = Json.number(now, "total_bytes", 0) - used;
      if (grown > 0 && left >= 0) {
        row.addProperty("full_in_s", Math.round(left / (grown / window)));
      }
    }
    return row;
  }

  private static JsonObject count(Sample first, Sample last, String name, String ending) {
    JsonObject json = new JsonObject();
    json.addProperty("before", sum(first.values(), name, ending));
    json.addProperty("now", sum(last.values(), name, ending));
    return json;
  }

  private static long sum(JsonObject values, String name, String ending) {
    return values.keySet().stream()
        .filter(one -> ending.isEmpty() ? one.equals(name) : one.startsWith(name))
        .filter(one -> one.endsWith(ending))
        .mapToLong(one -> Json.number(values, one, 0))
        .sum();
  }
}
