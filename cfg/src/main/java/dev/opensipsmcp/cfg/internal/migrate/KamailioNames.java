package dev.opensipsmcp.cfg.internal.migrate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of Kamailio with a counterpart of the same meaning. Kamailio's names are those of its 5.8
 * manuals; the counterparts are checked against the facts of the version that is translated to.
 */
final class KamailioNames {
  /** What a module's work is done by; none where the core does it. */
  static final Map<String, List<String>> MODULES = modules();

  /** What to use where there is no counterpart. */
  static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("htable", "Keep shared values with cache_store of cachedb_local, or in $shv."),
          Map.entry("jsonrpcs", "Load mi_http or mi_fifo; both speak JSON-RPC."),
          Map.entry("xhttp", "Load httpd with the module whose pages are wanted."),
          Map.entry("ctl", "Load mi_fifo or mi_datagram."),
          Map.entry("rtimer", "Write a timer_route[name, seconds]."),
          Map.entry("timer", "Write a timer_route[name, seconds]."),
          Map.entry("lcr", "Put the rules into drouting."),
          Map.entry("dmq", "Build a cluster with clusterer."),
          Map.entry("dmq_usrloc", "Share contacts by usrloc's full-sharing-cluster."),
          Map.entry("http_client", "Use rest_get and rest_post of rest_client."),
          Map.entry("http_async_client", "Use async(rest_get(...), route) of rest_client."),
          Map.entry("mtree", "Use trie since 3.6, or dialplan."),
          Map.entry("ipops", "Use transformations {ip...} and operators on addresses."),
          Map.entry("evapi", "Subscribe to events, and raise them with raise_event."));

  /** Modules that OpenSIPS needs for what Kamailio's core does. */
  static final List<String> NEEDED = List.of("proto_udp", "signaling");

  /** Functions that do the same under another name. */
  static final Map<String, String> FUNCTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("sl_reply", "sl_send_reply"),
              Map.entry("dlg_manage", "create_dialog"),
              Map.entry("t_is_canceled", "t_was_cancelled"),
              Map.entry("rewriteuri", "seturi"),
              Map.entry("rewritehost", "sethost"),
              Map.entry("rewritehostport", "sethostport"),
              Map.entry("rewriteport", "setport"),
              Map.entry("rewriteuser", "setuser"),
              Map.entry("rewriteuserpass", "setuserpass"),
              Map.entry("add_rport", "force_rport"),
              Map.entry("allow_source_address", "check_source_address")));

  /** Functions without a counterpart, and what to use. */
  static final Map<String, String> FUNCTION_INSTEAD =
      Map.ofEntries(
          Map.entry("auth_check", "Use www_authorize for REGISTER, proxy_authorize for the rest."),
          Map.entry(
              "auth_challenge", "Use www_challenge for REGISTER, proxy_challenge for the rest."),
          Map.entry("sanity_check", "Use sipmsg_validate of sipmsgops, and answer when it fails."),
          Map.entry("add_contact_alias", "Use fix_nated_contact of nathelper."),
          Map.entry("set_contact_alias", "Use fix_nated_contact of nathelper."),
          Map.entry("handle_ruri_alias", "Not needed with fix_nated_contact on both sides."),
          Map.entry(
              "rtpproxy_manage", "Use rtpproxy_engage, or rtpproxy_offer and rtpproxy_answer."),
          Map.entry("msg_apply_changes", "Changes can't be applied early; build on variables."),
          Map.entry("http_client_query", "Use rest_get or rest_post of rest_client."),
          Map.entry("lookup_domain", "Use is_domain_local of domain."),
          Map.entry("t_relay_to_udp", "Use t_relay(, \"udp:host:port\")."),
          Map.entry("t_relay_to_tcp", "Use t_relay(, \"tcp:host:port\")."));

  /** Global parameters that mean the same. */
  static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "children", "udp_workers",
              "tcp_children", "tcp_workers",
              "log_facility", "syslog_facility",
              "log_name", "syslog_name"));

  /** Words of the core, and the variables that hold the same. */
  static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "method", "$rm",
              "src_ip", "$si",
              "src_port", "$sp",
              "dst_ip", "$socket_in(ip)",
              "dst_port", "$socket_in(port)",
              "from_uri", "$fu",
              "to_uri", "$tu",
              "uri", "$ru",
              "status", "$rs"));

  /** Variables that hold the same under another name. */
  static final Map<String, String> VARIABLES =
      new TreeMap<>(
          Map.of(
              "Ri", "socket_in(ip)",
              "Rp", "socket_in(port)",
              "RAi", "socket_in(advertised_ip)",
              "RAp", "socket_in(advertised_port)",
              "pr", "socket_in(proto)",
              "proto", "socket_in(proto)",
              "af", "socket_in(af)",
              "fs", "socket_out"));

  private KamailioNames() {}

  private static Map<String, List<String>> modules() {
    Map<String, List<String>> modules = new TreeMap<>();
    for (String core : List.of("pv", "kex", "corex", "tmx", "xlog", "cfg_rpc", "debugger")) {
      modules.put(core, List.of());
    }
    modules.put("textops", List.of("textops", "sipmsgops"));
    modules.put("siputils", List.of("sipmsgops"));
    modules.put("sanity", List.of("sipmsgops"));
    modules.put("siptrace", List.of("tracer"));
    modules.put("topoh", List.of("topology_hiding"));
    modules.put("topos", List.of("topology_hiding"));
    modules.put("tls", List.of("tls_mgm", "tls_openssl", "proto_tls"));
    modules.put("websocket", List.of("proto_ws"));
    modules.put("sctp", List.of("proto_sctp"));
    modules.put("pipelimit", List.of("ratelimit"));
    modules.put("jansson", List.of("json"));
    modules.put("geoip2", List.of("mmgeoip"));
    modules.put("app_lua", List.of("lua"));
    modules.put("app_perl", List.of("perl"));
    modules.put("app_python", List.of("python"));
    modules.put("app_python3", List.of("python"));
    modules.put("ndb_redis", List.of("cachedb_redis"));
    modules.put("ndb_mongodb", List.of("cachedb_mongodb"));
    return modules;
  }
}
