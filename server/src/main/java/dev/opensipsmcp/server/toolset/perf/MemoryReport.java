package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
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
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.core.Uptime;
import dev.opensipsmcp.server.toolset.node.MemoryPools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tool {@code perf_memory_report}: how full memory is, whether it grows, and who uses it. */
final class MemoryReport implements Work.Timed {
  private static final Duration SLACK = Duration.ofSeconds(45);
  private static final int MOST_PRIVATE = 10;

  private MemoryReport() {}

  static Tool tool() {
    return new Tool(
        "perf_memory_report",
        PerfToolset.NAME,
        "Report on a node's memory",
        new Description(
            "Report how full a node's memory is, whether it grows, and who uses it.",
            "Use when memory runs out, a leak is suspected, or -m and -M must be set.",
            Optional.of("Not for every pool's bare figures; use `get_memory_stats`."),
            Optional.empty(),
            "Returns findings, the shared pool, the 10 fullest private pools, users as"
                + " estimates, and settings for twice the load. With window_sec it also tells"
                + " growth and the time to exhaustion, and takes that long."),
        new Demand(Scope.STATS_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional(
                "window_sec",
                Schema.integer("Seconds to watch growth; 0 for none").between(0, 600).byDefault(0)),
            Schema.optional(
                "cpu_cores", Schema.integer("Cores of the host").between(1, 512).byDefault(4)),
            Schema.optional(
                "memory_mb",
                Schema.integer("MB that OpenSIPS may have")
                    .between(64, 1_048_576)
                    .byDefault(4096))),
        output(),
        new Needs(List.of("version", "which", "uptime", "ps", "get_statistics"), List.of()),
        List.of(
            "When will the shared memory be exhausted?",
            "Does OpenSIPS leak memory?",
            "What uses up the memory of the node?"),
        List.of("get_memory_report"),
        new MemoryReport());
  }

  private static Schema output() {
    return Schema.object(
        "The report",
        Schema.required("findings", Schema.texts("What is not well; empty when nothing is")),
        Schema.required("shared", Schema.object("The shared pool", pool())),
        Schema.required(
            "private",
            Schema.list(
                "Private pools, fullest first",
                Schema.object(
                    "One process's pool",
                    Stream.concat(
                            Stream.of(
                                Schema.required("process", Schema.integer("Its number")),
                                Schema.optional("pid", Schema.integer("Its process ID")),
                                Schema.optional("type", Schema.text("Its role"))),
                            Stream.of(pool()))
                        .toArray(Schema.Property[]::new)))),
        Schema.required("private_pools", Schema.integer("How many there are in all")),
        Schema.required(
            "users",
            Schema.list(
                "Who uses shared memory: estimates from counts, not measured",
                Schema.object(
                    "One user",
                    Schema.required("what", Schema.text("dialogs, contacts, transactions, rest")),
                    Schema.optional("count", Schema.integer("How many there are")),
                    Schema.optional("bytes_each", Schema.integer("Reckoned with, each")),
                    Schema.required("bytes", Schema.integer("Estimated bytes")),
                    Schema.required("of_used_pct", Schema.integer("Of what is used, percent"))))),
        Schema.required(
            "sizes",
            Schema.list(
                "Settings for twice the load now: a start for a load test",
                Schema.object(
                    "One setting",
                    Schema.required("name", Schema.text("Its name")),
                    Schema.required("value", Schema.text("Its value")),
                    Schema.required("reason", Schema.text("Why"))))));
  }

  private static Schema.Property[] pool() {
    return new Schema.Property[] {
      Schema.required("total_bytes", Schema.integer("Size")),
      Schema.required("used_bytes", Schema.integer("In use")),
      Schema.required("real_used_bytes", Schema.integer("With overhead")),
      Schema.required("max_used_bytes", Schema.integer("Most ever used")),
      Schema.required("free_bytes", Schema.integer("Free")),
      Schema.required("fragments", Schema.integer("Free fragments")),
      Schema.required("used_pct", Schema.integer("Used with overhead, percent")),
      Schema.required("overhead_pct", Schema.integer("Overhead of what is used, percent")),
      Schema.optional("bytes_per_fragment", Schema.integer("Mean size of a free fragment")),
      Schema.optional("growth_bytes_per_s", Schema.number("How fast it grew in the window")),
      Schema.optional("full_in_s", Schema.integer("Seconds until full at that rate"))
    };
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Duration.ofSeconds(arguments.integer("window_sec", 0)).plus(SLACK);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<MiNode>(MiNode node) -> {
        try {
          int window = arguments.integer("window_sec", 0);
          Growth growth = window > 0 ? Growth.watch(ports, window) : new Growth();
          yield report(arguments, ports, node.version(), growth);
        } catch (InterruptedException cancelled) {
          Thread.currentThread().interrupt();
          yield new Outcome.Failure(
              "CANCELLED", "The call was withdrawn.", "Call again if needed.");
        }
      }
    };
  }

  private static Outcome report(
      Arguments arguments, ReadPorts ports, Version version, Growth growth) {
    List<String> asked = new ArrayList<>(MemoryPools.GROUPS);
    asked.addAll(MemoryUsers.ASKED);
    return switch (Statistics.read(ports, asked.stream().distinct().toList())) {
      case MiResult.Failure<JsonObject>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonObject>(JsonObject values) -> {
        List<JsonObject> pools = MemoryPools.rows(values, MemoryPools.processes(ports));
        for (JsonObject pool : pools) {
          complete(pool);
          growth.tell(pool);
        }
        MemoryUsers users = new MemoryUsers(values);
        JsonObject json = new JsonObject();
        json.add("findings", Json.texts(findings(pools)));
        json.add("shared", plain(one(pools, "shared")));
        List<JsonObject> own = of(pools, "private");
        own.sort(
            Comparator.comparingLong((JsonObject pool) -> -Json.number(pool, "used_pct", 0))
                .thenComparingLong(pool -> Json.number(pool, "process", 0)));
        json.add(
            "private",
            Json.list(own.stream().limit(MOST_PRIVATE).map(MemoryReport::plain).toList()));
        json.addProperty("private_pools", own.size());
        json.add("users", Json.list(users.rows()));
        json.add(
            "sizes",
            Json.list(
                users.sizes(
                    arguments.integer("cpu_cores", 4),
                    arguments.integer("memory_mb", 4096),
                    up(ports),
                    version)));
        yield new Outcome.Value(json);
      }
    };
  }

  private static long up(ReadPorts ports) {
    return ports.mi().read("uptime", new JsonObject())
            instanceof MiResult.Success<JsonElement>(JsonElement answer)
        ? Uptime.seconds(Json.asObject(answer))
        : -1;
  }

  private static void complete(JsonObject pool) {
    long used = Json.number(pool, "used_bytes", 0);
    long fragments = Json.number(pool, "fragments", 0);
    pool.addProperty(
        "overhead_pct", Numbers.percent(Json.number(pool, "real_used_bytes", 0) - used, used));
    if (fragments > 0) {
      pool.addProperty("bytes_per_fragment", Json.number(pool, "free_bytes", 0) / fragments);
    }
  }

  private static List<JsonObject> of(List<JsonObject> pools, String kind) {
    return new ArrayList<>(
        pools.stream().filter(pool -> Json.text(pool, "pool").equals(kind)).toList());
  }

  private static JsonObject one(List<JsonObject> pools, String kind) {
    return of(pools, kind).stream().findFirst().orElseGet(JsonObject::new);
  }

  private static JsonObject plain(JsonObject pool) {
    JsonObject plain = pool.deepCopy();
    plain.remove("pool");
    return plain;
  }

  private static List<String> findings(List<JsonObject> pools) {
    List<String> findings = new ArrayList<>();
    for (JsonObject pool : pools) {
      String name =
          switch (Json.text(pool, "pool")) {
            case "private" ->
                "Private memory of process "
                    + Json.number(pool, "process", -1)
                    + " ("
                    + Json.text(pool, "type")
                    + ")";
            case "persistent" -> "Restart-persistent memory";
            default -> "Shared memory";
          };
      new PoolCheck(name, pool).findings(findings);
    }
    return findings;
  }
}
