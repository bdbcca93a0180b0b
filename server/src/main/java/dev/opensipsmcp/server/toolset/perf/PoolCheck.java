package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.List;

/**
 * Says what is not well about one pool of memory.
 *
 * @param name the pool's name in a sentence
 * @param pool its figures
 */
record PoolCheck(String name, JsonObject pool) {
  /** From here on a pool is called full, in percent. */
  static final long FULL = 80;

  /** A day: nearer than that, a pool that fills up is worth waking somebody. */
  private static final long SOON_S = 86_400;

  /** Free memory in pieces smaller than a SIP message's is hard to use, in bytes. */
  private static final long SMALL = 512;

  private static final long MANY = 10_000;

  /** Adds what is found. */
  void findings(List<String> findings) {
    long used = Json.number(pool, "used_pct", 0);
    long total = Json.number(pool, "total_bytes", 0);
    long most = Numbers.percent(Json.number(pool, "max_used_bytes", 0), total);
    if (used >= FULL) {
      findings.add(name + " is " + used + " percent full.");
    } else if (most >= 95) {
      findings.add(
          name + " was " + most + " percent full at its worst, and is " + used + " percent now.");
    }
    if (pool.has("full_in_s") && Json.number(pool, "full_in_s", 0) <= SOON_S) {
      findings.add(
          name
              + " grows by "
              + Json.text(pool, "growth_bytes_per_s")
              + " bytes per second: full in "
              + Json.number(pool, "full_in_s", 0) / 60
              + " minutes if it goes on; watch a longer window before acting.");
    }
    long fragments = Json.number(pool, "fragments", 0);
    if (fragments > MANY && used >= 50 && Json.number(pool, "bytes_per_fragment", SMALL) < SMALL) {
      findings.add(
          name
              + " is fragmented: "
              + fragments
              + " free pieces of "
              + Json.number(pool, "bytes_per_fragment", 0)
              + " bytes on average.");
    }
  }
}
