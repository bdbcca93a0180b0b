package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Decimals;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From which figures on something is worth a look.
 *
 * @param values statistics by {@code group:name}
 * @param upSeconds since when the node runs, over which counters are averaged
 */
record HotspotRules(JsonObject values, long upSeconds) {
  /** Counters of slow events, with what a result calls them. */
  static final SortedMap<String, String> SLOW =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "core:slow_messages", "messages",
                  "sql:sql_slow_queries", "sql_queries",
                  "dns:dns_slow_queries", "dns_lookups",
                  "cdb:cdb_slow_queries", "cache_queries")));

  private enum Severity {
    CRITICAL,
    WARNING,
    NOTICE
  }

  private record Finding(Severity severity, String what, String look) {
    JsonObject row() {
      JsonObject row = Json.object("severity", severity.name().toLowerCase(Locale.ROOT));
      row.addProperty("what", what);
      row.addProperty("look", look);
      return row;
    }
  }

  private long number(String statistic) {
    return Json.number(values, statistic, 0);
  }

  /** {@return how many percent of the requests received were dropped or failed} */
  double errors() {
    long received = number("core:rcv_requests");
    long bad = number("core:drop_requests") + number("core:err_requests");
    return received > 0 ? 100.0 * bad / received : 0;
  }

  /**
   * {@return what is worth a look, worst first}
   *
   * @param shared percent of shared memory in use
   * @param own percent of the fullest private memory in use
   */
  List<JsonObject> findings(long shared, long own) {
    List<Finding> found = new ArrayList<>();
    memory(found, "Shared memory is", shared);
    memory(found, "The fullest private memory is", own);
    long load = Json.number(values, "load:load1m", 0);
    if (load >= 70) {
      found.add(
          new Finding(
              load >= 90 ? Severity.CRITICAL : Severity.WARNING,
              "The workers were busy for " + load + " percent of the last minute.",
              "perf_process_breakdown"));
    }
    waiting(found);
    slow(found);
    rates(found);
    return found.stream()
        .sorted(Comparator.comparing(Finding::severity))
        .map(Finding::row)
        .toList();
  }

  private static void memory(List<Finding> found, String what, long percent) {
    if (percent >= PoolCheck.FULL) {
      found.add(
          new Finding(
              percent >= 95 ? Severity.CRITICAL : Severity.WARNING,
              what + " " + percent + " percent full.",
              "perf_memory_report"));
    }
  }

  /** A quarter of a usual receive buffer; a full one loses messages silently. */
  private void waiting(List<Finding> found) {
    for (String transport : List.of("udp", "tcp", "tls")) {
      long bytes = number("net:waiting_" + transport);
      if (bytes >= 50_000) {
        found.add(
            new Finding(
                bytes >= 200_000 ? Severity.CRITICAL : Severity.WARNING,
                bytes + " bytes of input over " + transport + " wait to be read.",
                "perf_process_breakdown"));
      }
    }
  }

  private void slow(List<Finding> found) {
    for (Map.Entry<String, String> kind : SLOW.entrySet()) {
      long count = number(kind.getKey());
      if (count > 0) {
        found.add(
            new Finding(
                Severity.NOTICE,
                count + " slow " + kind.getValue().replace('_', ' ') + " since the start.",
                "log_explain, whose lines name the slowest parts"));
      }
    }
  }

  private void rates(List<Finding> found) {
    if (errors() >= 1) {
      found.add(
          new Finding(
              errors() >= 10 ? Severity.WARNING : Severity.NOTICE,
              Decimals.rounded(errors()) + " percent of the requests were dropped or failed.",
              "statistics_watch on group core"));
    }
    long sent = number("tm:UAC_transactions");
    long again =
        number("tm:retransmission_req_T1_1")
            + number("tm:retransmission_req_T1_2")
            + number("tm:retransmission_req_T1_3")
            + number("tm:retransmission_req_T2");
    if (sent > 100 && again * 10 > sent) {
      found.add(
          new Finding(
              Severity.WARNING,
              again + " requests were sent again, of " + sent + " sent: partners answer late.",
              "dispatcher_list, drouting_get_gateway_status"));
    }
    long timeouts = number("tm:timeout_finalresponse");
    if (sent > 100 && timeouts * 20 > sent) {
      found.add(
          new Finding(
              Severity.WARNING,
              timeouts + " transactions timed out, of " + sent + ".",
              "dispatcher_list, drouting_get_gateway_status"));
    }
    long malformed = number("core:bad_msg_hdr") + number("core:bad_URIs_rcvd");
    if (upSeconds > 0 && malformed > upSeconds / 10 && malformed > 10) {
      found.add(
          new Finding(
              Severity.NOTICE,
              malformed + " malformed messages came in: scanners send such.",
              "sl_stats"));
    }
  }
}
