package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.core.Uptime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a snapshot of a node by reading. Of calls and registrations it keeps how many there are,
 * never whose.
 *
 * @param ports the node
 * @param clock the time that the snapshot bears
 */
record Taker(ReadPorts ports, InstantSource clock) {
  /** The groups of statistics that every snapshot has. */
  static final List<String> GROUPS =
      List.of(
          "core",
          "shmem",
          "pkmem",
          "rpmem",
          "net",
          "load",
          "tm",
          "sl",
          "dialog",
          "usrloc",
          "registrar",
          "clusterer",
          "sql",
          "dns",
          "cdb");

  /** How many things of one kind have their states kept. */
  private static final int MOST_STATES = 20_000;

  /** A snapshot, or why there is none. */
  sealed interface Taken {
    /** This one. */
    record Good(Snapshot snapshot) implements Taken {}

    /** None, since the node did not answer. */
    record Bad(MiError error) implements Taken {}
  }

  /**
   * Takes it.
   *
   * @param label the caller's word for it; may be empty
   * @param more groups of statistics beyond {@link #GROUPS}
   */
  Taken take(String label, List<String> more) {
    Instant at = clock.instant();
    JsonObject json = Snapshot.head(at, ports.mi().instance(), label);
    JsonObject missing = new JsonObject();
    switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> {
        return new Taken.Bad(error);
      }
      case MiResult.Success<MiNode>(MiNode node) -> {
        json.addProperty("server", node.server());
        json.addProperty("line", node.version().label());
      }
    }
    switch (ports.mi().read("uptime", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> {
        return new Taken.Bad(error);
      }
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        json.addProperty("up_s", Uptime.seconds(Json.asObject(answer)));
        json.addProperty("up_since", Json.text(Json.asObject(answer), "Up since"));
      }
    }
    statistics(json, more, missing);
    processes(json, missing);
    JsonObject states = new JsonObject();
    double done = 0;
    for (StatePart part : StatePart.values()) {
      done++;
      ports.progress(done, StatePart.values().length, part.label());
      states(part, states, missing);
    }
    json.add("states", states);
    json.add("missing", missing);
    return new Taken.Good(new Snapshot(json));
  }

  private void statistics(JsonObject json, List<String> more, JsonObject missing) {
    Set<String> groups = new LinkedHashSet<>();
    GROUPS.forEach(group -> groups.add(group + ":"));
    more.forEach(group -> groups.add(group.endsWith(":") ? group : group + ":"));
    JsonObject numbers = new JsonObject();
    List<String> counters = new ArrayList<>();
    switch (Statistics.read(ports, List.copyOf(groups))) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          missing.addProperty("statistics", error.cause());
      case MiResult.Success<JsonObject>(JsonObject values) -> {
        for (Map.Entry<String, JsonElement> value : values.entrySet()) {
          long number = Json.number(values, value.getKey(), Long.MIN_VALUE);
          if (number != Long.MIN_VALUE && !value.getKey().equals("core:timestamp")) {
            numbers.addProperty(value.getKey(), number);
          }
        }
      }
    }
    switch (Statistics.names(ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          missing.addProperty("kinds of statistics", error.cause());
      case MiResult.Success<JsonObject>(JsonObject kinds) -> {
        for (String name : numbers.keySet()) {
          if (Json.text(kinds, name).equals("incremental")) {
            counters.add(name);
          }
        }
      }
    }
    json.add("statistics", numbers);
    json.add("counters", Json.texts(counters));
  }

  private void processes(JsonObject json, JsonObject missing) {
    List<JsonObject> processes = new ArrayList<>();
    switch (ports.mi().read("ps", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) ->
          missing.addProperty("processes", error.cause());
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        for (JsonElement element : Json.list(Json.asObject(answer), "Processes")) {
          JsonObject process = Json.asObject(element);
          JsonObject kept = new JsonObject();
          kept.addProperty("id", Json.number(process, "ID", -1));
          kept.addProperty("pid", Json.number(process, "PID", -1));
          kept.addProperty("type", Json.text(process, "Type"));
          processes.add(kept);
        }
      }
    }
    json.add("processes", Json.list(processes));
  }

  /** A command that the node does not have belongs to a module that is not loaded. */
  private void states(StatePart part, JsonObject states, JsonObject missing) {
    JsonObject kept = new JsonObject();
    var reader =
        part.rows()
            .reader(row -> {
              part.take(row, kept::addProperty);
              return kept.size() < MOST_STATES;
            });
    switch (ports.mi().read(part.command(), new JsonObject(), reader)) {
      case MiResult.Failure<?>(MiError.NoSuchCommand _) -> {
        // The module is not loaded, so that there is nothing to keep.
      }
      case MiResult.Failure<?>(MiError error) -> missing.addProperty(part.label(), error.cause());
      case MiResult.Success<?>(var _) -> {
        states.add(part.label(), kept);
        if (kept.size() >= MOST_STATES) {
          missing.addProperty(part.label(), "only the first " + MOST_STATES + " were kept");
        }
      }
    }
  }
}
