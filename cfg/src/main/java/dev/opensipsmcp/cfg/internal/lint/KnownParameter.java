package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.facts.Version.V3_2;
import static dev.opensipsmcp.facts.Version.V3_6;
import static dev.opensipsmcp.facts.Version.V4_0;

import dev.opensipsmcp.facts.Version;

/** The parameters of modules that the rules ask for. A test holds each against the facts. */
public enum KnownParameter {
  HTTPD_IP("httpd", "ip"),
  HTTPD_CERTIFICATE("httpd", "tls_cert_file"),
  HTTPD_KEY("httpd", "tls_key_file"),
  HTTPD_USER("httpd", "auth_username", V4_0, V4_0),
  HTTPD_PASSWORD("httpd", "auth_password", V4_0, V4_0),
  DATAGRAM_SOCKET("mi_datagram", "socket_name"),
  DATAGRAM_MODE("mi_datagram", "unix_socket_mode"),
  FIFO_NAME("mi_fifo", "fifo_name"),
  FIFO_MODE("mi_fifo", "fifo_mode"),
  HEP_ID("proto_hep", "hep_id"),
  TRACE_ID("tracer", "trace_id"),
  AUTH_DB_HA1("auth_db", "calculate_ha1"),
  AUTH_HA1("auth", "calculate_ha1"),
  NONCE_CHECK("auth", "disable_nonce_check"),
  NONCE_EXPIRE("auth", "nonce_expire"),
  SECRET("auth", "secret"),
  LOAD_CREDENTIALS("auth_db", "load_credentials"),
  VERIFY_PEER("rest_client", "ssl_verifypeer"),
  VERIFY_HOST("rest_client", "ssl_verifyhost"),
  PIKE_ROUTE("pike", "check_route"),
  MAX_CONTACTS("registrar", "max_contacts"),
  MAX_EXPIRES("registrar", "max_expires"),
  MIN_EXPIRES("registrar", "min_expires"),
  TCP_PERSISTENT("registrar", "tcp_persistent_flag"),
  MID_MODE("mid_registrar", "mode"),
  TLS_METHOD("tls_mgm", "tls_method"),
  TLS_VERIFY("tls_mgm", "verify_cert"),
  TLS_REQUIRE("tls_mgm", "require_cert"),
  TLS_CA_LIST("tls_mgm", "ca_list"),
  TLS_CA_DIR("tls_mgm", "ca_dir"),
  TLS_CERTIFICATE("tls_mgm", "certificate"),
  TLS_KEY("tls_mgm", "private_key"),
  TLS_CRL_DIR("tls_mgm", "crl_dir"),
  TLS_CRL_ALL("tls_mgm", "crl_check_all"),
  TLS_SERVER("tls_mgm", "server_domain"),
  TLS_CLIENT("tls_mgm", "client_domain"),
  TLS_MATCH_ADDRESS("tls_mgm", "match_ip_address"),
  TLS_MATCH_DOMAIN("tls_mgm", "match_sip_domain"),
  TLS_DB("tls_mgm", "db_url"),
  STIR_CA_LIST("stir_shaken", "ca_list"),
  STIR_CA_DIR("stir_shaken", "ca_dir"),
  STIR_FRESHNESS("stir_shaken", "verify_date_freshness"),
  RTPENGINE_SOCKET("rtpengine", "rtpengine_sock"),
  RTPPROXY_SOCKET("rtpproxy", "rtpproxy_sock"),
  NATPING_INTERVAL("nathelper", "natping_interval"),
  NATPING_FLAG("nathelper", "sipping_bflag"),
  NATPING_FROM("nathelper", "sipping_from"),
  NAT_FLAG("usrloc", "nat_bflag"),
  USRLOC_PRESET("usrloc", "working_mode_preset"),
  USRLOC_DB_MODE("usrloc", "db_mode", V3_2, V3_6),
  USRLOC_CLUSTER_MODE("usrloc", "cluster_mode"),
  USRLOC_RESTART("usrloc", "restart_persistency"),
  USRLOC_WRITE("usrloc", "sql_write_mode"),
  USRLOC_DOMAIN("usrloc", "use_domain"),
  AUTH_DB_DOMAIN("auth_db", "use_domain"),
  GROUP_DOMAIN("group", "use_domain"),
  CARRIERROUTE_DOMAIN("carrierroute", "use_domain"),
  DS_INTERVAL("dispatcher", "ds_ping_interval"),
  DS_FROM("dispatcher", "ds_ping_from"),
  DR_INTERVAL("drouting", "probing_interval"),
  DR_FROM("drouting", "probing_from"),
  DR_PERSISTENT("drouting", "persistent_state"),
  LB_INTERVAL("load_balancer", "probing_interval"),
  LB_FROM("load_balancer", "probing_from"),
  DIALOG_TIMEOUT("dialog", "default_timeout"),
  CLUSTER_NODE("clusterer", "my_node_id"),
  CLUSTER_NODE_INFO("clusterer", "my_node_info"),
  CLUSTER_DB_MODE("clusterer", "db_mode"),
  CLUSTER_DB("clusterer", "db_url"),
  CLUSTER_TAG("clusterer", "sharing_tag"),
  ACC_TABLE("acc", "db_table_acc"),
  ACC_FIELDS("acc", "extra_fields"),
  ACC_LEG_FIELDS("acc", "leg_fields");

  private final String module;
  private final String spelling;
  private final Version first;
  private final Version last;

  KnownParameter(String module, String spelling) {
    this(module, spelling, V3_2, V4_0);
  }

  KnownParameter(String module, String spelling, Version first, Version last) {
    this.module = module;
    this.spelling = spelling;
    this.first = first;
    this.last = last;
  }

  /** {@return the module that it is of} */
  public String module() {
    return module;
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
