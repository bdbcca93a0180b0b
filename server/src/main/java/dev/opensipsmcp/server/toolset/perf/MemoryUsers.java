package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.build.Load;
import dev.opensipsmcp.cfg.build.Setting;
import dev.opensipsmcp.cfg.build.Tuning;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Who uses shared memory, and how much there should be, reckoned from how many there are: OpenSIPS
 * itself does not count bytes by user.
 *
 * @param values statistics by {@code group:name}
 */
record MemoryUsers(JsonObject values) {
  /** What must be asked for. */
  static final List<String> ASKED =
      List.of("active_dialogs", "inuse_transactions", "usrloc:", "shmem:", "UAS_transactions");

  private static final int MOST = 10_000_000;

  private long dialogs() {
    return Json.number(values, "dialog:active_dialogs", 0);
  }

  private long transactions() {
    return Json.number(values, "tm:inuse_transactions", 0);
  }

  private long contacts() {
    return Numbers.sum(values, "usrloc:", "-contacts");
  }

  /** {@return a row per user, the greatest first, and what is left over} */
  List<JsonObject> rows() {
    long used = Json.number(values, "shmem:used_size", 0);
    List<JsonObject> rows = new ArrayList<>();
    long explained = 0;
    explained += add(rows, "dialogs", dialogs(), Tuning.DIALOG_BYTES, used);
    explained += add(rows, "contacts", contacts(), Tuning.CONTACT_BYTES, used);
    explained += add(rows, "transactions", transactions(), Tuning.TRANSACTION_BYTES, used);
    rows.sort(
        (one, other) -> Long.compare(Json.number(other, "bytes", 0), Json.number(one, "bytes", 0)));
    JsonObject rest = Json.object("what", "the rest: tables, caches, hash tables, code's own");
    rest.addProperty("bytes", Math.max(0, used - explained));
    rest.addProperty("of_used_pct", Numbers.percent(Math.max(0, used - explained), used));
    rows.add(rest);
    return rows;
  }

  private static long add(List<JsonObject> rows, String what, long count, int each, long used) {
    JsonObject row = Json.object("what", what);
    row.addProperty("count", count);
    row.addProperty("bytes_each", each);
    row.addProperty("bytes", count * each);
    row.addProperty("of_used_pct", Math.min(100, Numbers.percent(count * each, used)));
    rows.add(row);
    return count * each;
  }

  /**
   * {@return settings for twice what the node carries now}
   *
   * @param cores processor cores for OpenSIPS
   * @param memoryMb memory for OpenSIPS in MB
   * @param upSeconds since when the node runs, over which calls per second are reckoned
   */
  List<JsonObject> sizes(int cores, int memoryMb, long upSeconds, Version version) {
    long perSecond =
        upSeconds > 0 ? Json.number(values, "tm:UAS_transactions", 0) / upSeconds + 1 : 1;
    Load load =
        new Load(
            cores,
            memoryMb,
            (int) Math.min(100_000, 2 * perSecond),
            (int) Math.min(MOST, 2 * dialogs()),
            (int) Math.min(MOST, 2 * contacts()),
            0);
    List<JsonObject> rows = new ArrayList<>();
    for (Setting setting : Tuning.of(load, version).settings()) {
      JsonObject row = new JsonObject();
      row.addProperty(
          "name",
          setting.module().isEmpty() ? setting.name() : setting.module() + "." + setting.name());
      row.addProperty("value", setting.value());
      row.addProperty("reason", setting.reason());
      rows.add(row);
    }
    return rows;
  }
}
