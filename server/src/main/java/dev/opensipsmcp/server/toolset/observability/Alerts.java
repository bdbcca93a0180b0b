package dev.opensipsmcp.server.toolset.observability;

import java.util.List;

/** The alerts that there can be; each is made only where its statistics are there. */
final class Alerts {
  private static final String PAGE = "page";
  private static final String TICKET = "ticket";
  private static final List<String> FINAL =
      List.of(
          "tm:2xx_transactions",
          "tm:3xx_transactions",
          "tm:4xx_transactions",
          "tm:5xx_transactions",
          "tm:6xx_transactions");

  /** Transactions that ended with 5xx or 6xx, of all that ended. */
  static final Term SERVER_FAILURES =
      Term.share(List.of("tm:5xx_transactions", "tm:6xx_transactions"), FINAL);

  /** Calls that failed, of all that began. */
  static final Term FAILED_CALLS =
      Term.share(List.of("dialog:failed_dialogs"), List.of("dialog:processed_dialogs"));

  /** Registrations that were rejected, of all. */
  static final Term REJECTED =
      Term.share(
          List.of("registrar:rejected_regs"),
          List.of("registrar:accepted_regs", "registrar:rejected_regs"));

  static final List<AlertRule> ALL =
      List.of(
          new AlertRule(
              "OpensipsRestarted",
              Term.value("core:timestamp"),
              "< 300",
              "0m",
              TICKET,
              "The node started less than five minutes ago.",
              "Read its log for what ended it, and the list of processes."),
          new AlertRule(
              "OpensipsSharedMemoryHigh",
              Term.percent("shmem:real_used_size", "shmem:total_size"),
              "> 85",
              "10m",
              PAGE,
              "Shared memory is nearly used up.",
              "See get_memory_stats; raise -m at the next restart, or find what grows."),
          new AlertRule(
              "OpensipsPrivateMemoryHigh",
              Term.percent("pkmem:*-real_used_size", "pkmem:*-total_size"),
              "> 85",
              "10m",
              PAGE,
              "A process has nearly used up its private memory.",
              "See get_memory_stats for the process; raise -M at the next restart."),
          new AlertRule(
              "OpensipsWorkersBusy",
              Term.value("load:load1m"),
              "> 80",
              "5m",
              PAGE,
              "The SIP workers are busy more than 80 percent of the time.",
              "Look for slow SQL or DNS first, then give it more workers."),
          new AlertRule(
              "OpensipsProcessBusy",
              Term.value("load:load1m-proc-*"),
              "> 95",
              "10m",
              TICKET,
              "One process has been busy nearly all the time.",
              "Its label desc tells what it does; see the list of processes."),
          new AlertRule(
              "OpensipsReceiveBufferFilling",
              Term.value("net:waiting_udp"),
              "> 262144",
              "2m",
              PAGE,
              "SIP over UDP waits in the receive buffers; messages may be lost soon.",
              "The workers can't keep up: see their load, and slow SQL or DNS."),
          new AlertRule(
              "OpensipsDropsRequests",
              Term.rate("core:drop_requests"),
              "> 1",
              "10m",
              TICKET,
              "The node drops more than one request per second.",
              "A script that drops on purpose, a full memory, or an attack."),
          new AlertRule(
              "OpensipsMalformedMessages",
              Term.rate("core:bad_msg_hdr"),
              "> 5",
              "10m",
              TICKET,
              "More than five malformed messages per second come in.",
              "A scanner or a broken peer: see the log for its address."),
          new AlertRule(
              "OpensipsSlowSql",
              Term.rate("sql:sql_slow_queries"),
              "> 0.2",
              "5m",
              PAGE,
              "SQL queries take longer than exec_query_threshold.",
              "Workers wait for the database: look at it first."),
          new AlertRule(
              "OpensipsSlowDns",
              Term.rate("dns:dns_slow_queries"),
              "> 0.2",
              "5m",
              PAGE,
              "DNS queries take longer than exec_dns_threshold.",
              "Workers wait for the resolver: look at /etc/resolv.conf of the node."),
          new AlertRule(
              "OpensipsServerFailures",
              SERVER_FAILURES,
              "> 10",
              "5m",
              PAGE,
              "More than 10 percent of the transactions end with 5xx or 6xx.",
              "See which peer answers so, by the states of gateways and destinations."),
          new AlertRule(
              "OpensipsNoFinalReply",
              Term.rate("tm:timeout_finalresponse_inv"),
              "> 0.5",
              "5m",
              PAGE,
              "Invitations get no final reply.",
              "A peer is down or unreachable: see states of gateways and destinations."),
          new AlertRule(
              "OpensipsCallsFail",
              FAILED_CALLS,
              "> 60",
              "10m",
              TICKET,
              "More than 60 percent of the calls fail.",
              "Compare with the same hour of other days; see the final replies by class."),
          new AlertRule(
              "OpensipsCallsRunOut",
              Term.increase("dialog:expired_dialogs"),
              "> 10",
              "5m",
              TICKET,
              "Calls end by their lifetime, not by BYE.",
              "BYE gets lost: see Record-Route, NAT and session timers."),
          new AlertRule(
              "OpensipsRegistrationsRejected",
              REJECTED,
              "> 50",
              "10m",
              TICKET,
              "More than half of the registrations are rejected.",
              "Wrong passwords, or somebody guesses them: see the abuse tools."),
          new AlertRule(
              "OpensipsClusterNodeDown",
              Term.value("clusterer:clusterer_nodes_down"),
              "> 0",
              "1m",
              PAGE,
              "A node of the cluster can't be reached.",
              "See cluster_status of each node, and the network between them."),
          new AlertRule(
              "OpensipsMessagesNotDelivered",
              Term.rate("msilo:failed_messages"),
              "> 0.1",
              "15m",
              TICKET,
              "Stored messages can't be delivered.",
              "See the log of module msilo."));

  private Alerts() {}

  /** {@return the alerts for what a node has} */
  static List<AlertRule> of(Loaded loaded) {
    return ALL.stream().filter(rule -> rule.figures().stream().allMatch(loaded::has)).toList();
  }
}
