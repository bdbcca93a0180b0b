package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.facts.Version.V3_2;
import static dev.opensipsmcp.facts.Version.V3_4;
import static dev.opensipsmcp.facts.Version.V3_6;
import static dev.opensipsmcp.facts.Version.V4_0;

import dev.opensipsmcp.facts.Version;

/** The global parameters that the rules ask for. A test holds each against the facts. */
public enum KnownGlobal {
  LOG_LEVEL("log_level"),
  LOG_STDERROR("log_stderror", V3_2, V3_6),
  STDERROR_ENABLED("stderror_enabled", V3_4, V4_0),
  UDP_WORKERS("udp_workers"),
  TIMER_WORKERS("timer_workers"),
  TCP_MAX_CONNECTIONS("tcp_max_connections"),
  TCP_LIFETIME("tcp_connection_lifetime"),
  EXEC_MSG_THRESHOLD("exec_msg_threshold"),
  EXEC_DNS_THRESHOLD("exec_dns_threshold"),
  TCP_THRESHOLD("tcp_threshold"),
  MAX_WHILE_LOOPS("max_while_loops"),
  SERVER_SIGNATURE("server_signature"),
  SERVER_HEADER("server_header"),
  DISABLE_DNS_FAILOVER("disable_dns_failover"),
  DISABLE_DNS_BLACKLIST("disable_dns_blacklist"),
  DB_DEFAULT_URL("db_default_url");

  private final String spelling;
  private final Version first;
  private final Version last;

  KnownGlobal(String spelling) {
    this(spelling, V3_2, V4_0);
  }

  KnownGlobal(String spelling, Version first, Version last) {
    this.spelling = spelling;
    this.first = first;
    this.last = last;
  }

  /** {@return its name} */
  public String spelling() {
    return spelling;
  }

  /** {@return whether a version has it} */
  public boolean in(Version version) {
    return version.compareTo(first) >= 0 && version.compareTo(last) <= 0;
  }
}
