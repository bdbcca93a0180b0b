package dev.opensipsmcp.server.toolset.observability;

import static dev.opensipsmcp.server.toolset.observability.Panel.titled;

import dev.opensipsmcp.facts.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The dashboards that there can be, one per category of modules. */
final class Boards {
  static final List<Board> ALL =
      List.of(node(), traffic(), calls(), registrations(), cluster(), callCenter(), messages());

  private static final Set<String> DRAWN =
      ALL.stream()
          .flatMap(board -> board.panels().stream())
          .flatMap(panel -> panel.lines().stream())
          .flatMap(line -> line.term().figures().stream())
          .map(Figure::group)
          .collect(Collectors.toSet());

  private Boards() {}

  /** {@return the dashboards for what a node has, those first that every node needs} */
  static List<Board> of(Loaded loaded) {
    List<Board> boards = new ArrayList<>();
    for (Board board : ALL) {
      Board left = board.only(loaded::has);
      if (!left.panels().isEmpty()) {
        boards.add(left);
      }
    }
    Board rest = rest(loaded);
    if (!rest.panels().isEmpty()) {
      boards.add(rest);
    }
    return boards;
  }

  private static Board node() {
    return new Board(
        "node",
        "node: memory, load, network",
        List.of(
            titled("Seconds since start", "s").line("uptime", Term.value("core:timestamp")),
            titled("Shared memory used", "percent")
                .line("now", Term.percent("shmem:real_used_size", "shmem:total_size"))
                .line("most ever", Term.percent("shmem:max_used_size", "shmem:total_size")),
            titled("Shared memory", "bytes")
                .values("shmem", "real_used_size", "used_size", "free_size"),
            titled("Fragments of shared memory", "short").values("shmem", "fragments"),
            titled("Private memory used per process", "percent")
                .line("process", Term.percent("pkmem:*-real_used_size", "pkmem:*-total_size")),
            titled("Load of each process, one minute", "percent")
                .line("process", Term.value("load:load1m-proc-*")),
            titled("Load of all SIP workers", "percent")
                .values("load", "load", "load1m", "load10m"),
            titled("Processes", "short").values("load", "processes_number"),
            titled("Bytes waiting in receive buffers", "bytes")
                .values("net", "waiting_udp", "waiting_tcp", "waiting_tls"),
            titled("Slow requests to SQL, key-value stores and DNS", "ops")
                .rates("sql", "sql_slow_queries")
                .rates("cdb", "cdb_slow_queries")
                .rates("dns", "dns_slow_queries"),
            titled("Requests to SQL, key-value stores and DNS", "ops")
                .rates("sql", "sql_total_queries")
                .rates("cdb", "cdb_total_queries")
                .rates("dns", "dns_total_queries")));
  }

  private static Board traffic() {
    return new Board(
        "traffic",
        "SIP traffic and transactions",
        List.of(
            titled("Messages received and forwarded", "reqps")
                .rates("core", "rcv_requests", "rcv_replies", "fwd_requests", "fwd_replies"),
            titled("Messages dropped, in error or not understood", "reqps")
                .rates("core", "drop_requests", "drop_replies", "err_requests", "err_replies")
                .rates("core", "bad_msg_hdr", "bad_URIs_rcvd"),
            titled("Messages that took too long in the script", "reqps")
                .rates("core", "slow_messages"),
            titled("Transactions in progress", "short").values("tm", "inuse_transactions"),
            titled("New transactions", "reqps").rates("tm", "UAS_transactions", "UAC_transactions"),
            titled("Final replies by class", "reqps")
                .rates("tm", "2xx_transactions", "3xx_transactions", "4xx_transactions")
                .rates("tm", "5xx_transactions", "6xx_transactions"),
            titled("Transactions that ended with 5xx or 6xx", "percent")
                .line("5xx and 6xx", Alerts.SERVER_FAILURES),
            titled("Retransmissions and timeouts", "reqps")
                .rates("tm", "retransmission_req_T1_1", "retransmission_req_T1_2")
                .rates("tm", "retransmission_req_T1_3", "retransmission_req_T2")
                .rates("tm", "retransmission_rpl_T2", "timeout_finalresponse")
                .rates("tm", "timeout_finalresponse_inv"),
            titled("Stateless replies by class", "reqps")
                .rates("sl", "1xx_replies", "2xx_replies", "3xx_replies", "4xx_replies")
                .rates("sl", "5xx_replies", "6xx_replies", "sent_err_replies")));
  }

  private static Board calls() {
    return new Board(
        "calls",
        "calls",
        List.of(
            titled("Calls in progress", "short")
                .values("dialog", "active_dialogs", "early_dialogs"),
            titled("Calls begun, failed and run out", "cps")
                .rates("dialog", "processed_dialogs", "failed_dialogs", "expired_dialogs"),
            titled("Calls that failed", "percent").line("failed", Alerts.FAILED_CALLS),
            titled("Dialogs sent to and received from the cluster", "ops")
                .rates("dialog", "create_sent", "update_sent", "delete_sent")
                .rates("dialog", "create_recv", "update_recv", "delete_recv"),
            titled("Session timers that ran out", "cps").rates("sst", "expired_sst")));
  }

  private static Board registrations() {
    return new Board(
        "registrations",
        "registrations",
        List.of(
            titled("Registered users and contacts", "short")
                .values("usrloc", "registered_users", "location-users", "location-contacts"),
            titled("Contacts that ran out", "cps").rates("usrloc", "location-expires"),
            titled("Registrations accepted and rejected", "reqps")
                .rates("registrar", "accepted_regs", "rejected_regs"),
            titled("Registrations rejected", "percent").line("rejected", Alerts.REJECTED),
            titled("Endpoints kept open through NAT", "short")
                .values("nat_traversal", "keepalive_endpoints", "registered_endpoints")
                .values("nat_traversal", "subscribed_endpoints", "dialog_endpoints")));
  }

  private static Board cluster() {
    return new Board(
        "cluster",
        "cluster",
        List.of(
            titled("Nodes", "short")
                .values("clusterer", "clusterer_nodes", "clusterer_nodes_up")
                .values("clusterer", "clusterer_nodes_down"),
            titled("Transactions sent to other nodes", "ops")
                .rates("tm", "cluster_request_sent", "cluster_reply_sent", "cluster_cancel_sent"),
            titled("Transactions received from other nodes", "ops")
                .rates("tm", "cluster_request_recv", "cluster_reply_recv")
                .rates("tm", "cluster_cancel_recv")));
  }

  private static Board callCenter() {
    return new Board(
        "callcenter",
        "call center",
        List.of(
            titled("Calls in", "cps")
                .rates("call_center", "ccg_incalls", "ccg_distributed_incalls")
                .rates("call_center", "ccg_answered_incalls", "ccg_abandonned_incalls"),
            titled("Average wait", "s").values("call_center", "ccg_awt"),
            titled("Load of the flows", "percent").values("call_center", "ccg_load"),
            titled("Free agents and calls on hold", "short")
                .values("call_center", "ccg_free_agents", "ccg_onhold_calls")));
  }

  private static Board messages() {
    return new Board(
        "messages",
        "stored messages and rooms",
        List.of(
            titled("Messages stored, delivered and failed", "ops")
                .rates("msilo", "stored_messages", "dumped_messages", "failed_messages"),
            titled("Reminders delivered and failed", "ops")
                .rates("msilo", "dumped_reminders", "failed_reminders"),
            titled("Chat rooms", "short").values("imc", "active_rooms")));
  }

  /** What other modules declare, a panel per module and kind of statistic. */
  private static Board rest(Loaded loaded) {
    Map<String, Panel> panels = new LinkedHashMap<>();
    for (Statistic statistic : loaded.declared()) {
      if (!DRAWN.contains(statistic.group()) && !statistic.group().equals("rpmem")) {
        String title =
            "Module " + statistic.group() + (statistic.counter() ? ", per second" : ", values");
        Panel panel =
            panels.computeIfAbsent(
                title, _ -> titled(title, statistic.counter() ? "ops" : "short"));
        panels.put(
            title,
            statistic.counter()
                ? panel.rates(statistic.group(), statistic.name())
                : panel.values(statistic.group(), statistic.name()));
      }
    }
    return new Board("others", "other modules", List.copyOf(panels.values()));
  }
}
