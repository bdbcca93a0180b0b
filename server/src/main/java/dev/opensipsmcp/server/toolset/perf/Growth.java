package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Decimals;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.node.MemoryPools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How pools of memory grow while they are watched. Each sample is the time and the bytes in use per
 * pool. Used by one thread.
 */
final class Growth {
  /** Samples of one watch; a line through them is less shaken by one call than two are. */
  static final int SAMPLES = 6;

  private final List<Double> seconds = new ArrayList<>();
  private final List<Map<String, Long>> used = new ArrayList<>();

  /** {@return the name by which a pool's row is known} */
  static String key(JsonObject pool) {
    return Json.text(pool, "pool") + " " + Json.text(pool, "process");
  }

  /** Watches a node. */
  static Growth watch(ReadPorts ports, int window) throws InterruptedException {
    Growth growth = new Growth();
    long start = System.nanoTime();
    long span = Duration.ofSeconds(window).toNanos();
    for (int i = 0; i < SAMPLES && !ports.cancelled(); i++) {
      long wait = start + span / (SAMPLES - 1) * i - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
      }
      if (Statistics.read(ports, MemoryPools.GROUPS)
          instanceof MiResult.Success<JsonObject>(JsonObject values)) {
        growth.add((System.nanoTime() - start) / 1e9, MemoryPools.rows(values, Map.of()));
      }
      ports.progress(i + 1.0, SAMPLES, "sample " + (i + 1) + " of " + SAMPLES);
    }
    return growth;
  }

  void add(double at, List<JsonObject> pools) {
    Map<String, Long> sample = new HashMap<>();
    for (JsonObject pool : pools) {
      sample.put(key(pool), Json.number(pool, "real_used_bytes", 0));
    }
    seconds.add(at);
    used.add(sample);
  }

  /** Tells in a pool's row how it grows, and when it would be full at that. */
  void tell(JsonObject pool) {
    String key = key(pool);
    List<Double> times = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      Long value = used.get(i).get(key);
      if (value != null) {
        times.add(seconds.get(i));
        bytes.add((double) value);
      }
    }
    if (times.size() < 2) {
      return;
    }
    double slope = Numbers.slope(array(times), array(bytes));
    pool.addProperty("growth_bytes_per_s", Decimals.rounded(slope));
    long left = Json.number(pool, "total_bytes", 0) - Json.number(pool, "real_used_bytes", 0);
    if (slope >= 1 && left >= 0) {
      pool.addProperty("full_in_s", (long) (left / slope));
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(number -> number).toArray();
  }
}
