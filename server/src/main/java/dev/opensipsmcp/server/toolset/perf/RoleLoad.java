package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.Comparator;
import java.util.Locale;

/** What the processes of one role come to. Used by one thread. */
final class RoleLoad {
  static final Comparator<RoleLoad> BUSIEST_FIRST =
      Comparator.comparingLong((RoleLoad one) -> -one.busiest)
          .thenComparingLong(one -> -one.processes)
          .thenComparing(one -> one.role);

  private final String role;
  private long processes;
  private long loaded;
  private long now;
  private long minute;
  private long tenMinutes;
  private long busiest = -1;
  private long busiestPid = -1;
  private long fullest = -1;

  RoleLoad(String role) {
    this.role = role;
  }

  void add(long id, long pid, JsonObject values) {
    processes++;
    long load = Json.number(values, "load:load1m-proc-" + id, -1);
    if (load < 0) {
      return; // Processes that handle no traffic have no load.
    }
    loaded++;
    now += Json.number(values, "load:load-proc-" + id, 0);
    minute += load;
    tenMinutes += Json.number(values, "load:load10m-proc-" + id, 0);
    if (load > busiest) {
      busiest = load;
      busiestPid = pid;
    }
  }

  void memory(long percent) {
    fullest = Math.max(fullest, percent);
  }

  JsonObject row() {
    JsonObject row = Json.object("role", role);
    row.addProperty("processes", processes);
    if (loaded > 0) {
      row.addProperty("load_pct", now / loaded);
      row.addProperty("load_1m_pct", minute / loaded);
      row.addProperty("load_10m_pct", tenMinutes / loaded);
      row.addProperty("busiest_1m_pct", busiest);
      row.addProperty("busiest_pid", busiestPid);
    }
    if (fullest >= 0) {
      row.addProperty("private_max_pct", fullest);
    }
    Json.addText(row, "hint", hint());
    return row;
  }

  private String hint() {
    if (loaded == 0) {
      return "";
    }
    long mean = minute / loaded;
    String workers =
        role.toLowerCase(Locale.ROOT).startsWith("tcp") ? "tcp_workers" : "udp_workers";
    if (mean >= 70) {
      return "All are busy: find what they wait for (database, DNS, scripts), then raise "
          + (role.toLowerCase(Locale.ROOT).startsWith("timer") ? "timer_workers" : workers)
          + ".";
    }
    return busiest >= 80 && loaded > 1
        ? "One is much busier than the others: look at what it does with log_set_level and its PID."
        : "";
  }
}
