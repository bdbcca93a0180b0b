package dev.opensipsmcp.server.toolset.reload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every reload of a database table in 3.4 to 4.0, in the order in which to run them: what others
 * lean on goes first (stored files, transports and domains before routing, registrations last,
 * since they are sent through all of it). qrouting goes before drouting, whose rules look up its
 * profiles while they load.
 */
final class Reloads {
  private static final String NEW_CALLS = "New calls follow the table; calls in progress stay.";

  static final List<Reload> ALL =
      List.of(
          Reload.of(
                  "db_text",
                  "dbt_reload",
                  List.of(),
                  "Cached rows that were not written to the files yet are lost.")
              .whenNamed(),
          Reload.of("config", "config_reload", List.of("config"), "The script sees new values.")
              .provenBy(Keys.of("config_list", "")),
          Reload.of(
                  "clusterer",
                  "clusterer_reload",
                  List.of("clusterer", "clusterer_bridge"),
                  "The cluster's topology is lost and found anew.")
              .provenBy(
                  Keys.of(
                      "clusterer_list",
                      "Clusters[].Nodes[]",
                      "Clusters.cluster_id",
                      "node_id",
                      "url")),
          Reload.of(
                  "tls_mgm",
                  "tls_reload",
                  List.of("tls_mgm"),
                  "New TLS connections use the new domains; open ones stay.")
              .provenBy(Keys.of("tls_list", "Domains[]", "name", "type")),
          Reload.of(
              "tcp_mgm",
              "tcp_reload",
              List.of("tcp_mgm"),
              "New TCP connections use the new rules; open ones stay."),
          Reload.of(
                  "sockets_mgm",
                  "sockets_reload",
                  List.of("sockets"),
                  "Traffic on sockets gone from the table stops; UDP ones that change or come back"
                      + " lose packets until a restart.")
              .provenBy(Keys.of("sockets_list", "[]", "socket")),
          Reload.of("domain", "domain_reload", List.of("domain"), NEW_CALLS)
              .provenBy(Keys.of("domain_dump", "Domains[]", "name"))
              .refusedLive("db_mode=0"),
          Reload.of("permissions", "address_reload", List.of("address"), NEW_CALLS)
              .provenBy(addresses("address_dump"), addresses("subnet_dump")),
          Reload.of("userblacklist", "reload_blacklist", List.of("globalblacklist"), NEW_CALLS),
          Reload.of("dialplan", "dp_reload", List.of("dialplan"), NEW_CALLS),
          Reload.of("fraud_detection", "fraud_reload", List.of("fraud_detection"), NEW_CALLS),
          Reload.of(
                  "rtpengine",
                  "rtpengine_reload",
                  List.of("rtpengine"),
                  "New calls use the new engines; calls in progress may lose theirs.")
              .provenBy(Keys.of("rtpengine_show", "[].Nodes[]", ".Set", "url")),
          Reload.of(
                  "rtpproxy",
                  "rtpproxy_reload",
                  List.of("rtpproxy_sockets"),
                  "New calls use the new proxies; calls in progress may lose theirs.")
              .provenBy(Keys.of("rtpproxy_show", "[].Nodes[]", ".Set", "url")),
          Reload.of(
                  "freeswitch_scripting",
                  "fs_reload",
                  List.of("freeswitch"),
                  "Event sockets are replaced, also those that were subscribed by hand.")
              .provenBy(Keys.of("fs_list", "Sockets[]", "if")),
          Reload.of("dispatcher", "ds_reload", List.of("dispatcher"), NEW_CALLS)
              .provenBy(
                  Keys.of(
                      "ds_list",
                      "PARTITIONS[].SETS[].Destinations[]",
                      "PARTITIONS.name",
                      "SETS.id",
                      "URI")),
          Reload.of("load_balancer", "lb_reload", List.of("load_balancer"), NEW_CALLS)
              .provenBy(Keys.of("lb_list", "Destinations[]", "id", "group", "uri")),
          Reload.of(
                  "carrierroute",
                  "cr_reload_routes",
                  List.of("carrierroute", "carrierfailureroute"),
                  "New calls follow the table; new domains need a restart to be routed right, and the"
                      + " node ends if a carrier left route_tree since its start.")
              .provenBy(
                  Keys.of(
                      "cr_dump_routes",
                      "Carriers[].Domains[].Rules[]",
                      "Carriers.name",
                      "Domains.name",
                      "value"))
              .whenNamed(),
          Reload.of(
              "qrouting",
              "qr_reload",
              List.of("qr_profiles"),
              "Thresholds change; the node says OK even when it could not read the table."),
          Reload.of(
                  "drouting",
                  "dr_reload",
                  List.of("dr_gateways", "dr_carriers", "dr_rules"),
                  "New calls follow the tables; statistics of qrouting begin anew.")
              .provenBy(
                  Keys.of("dr_gw_status", "Gateways[]", "ID", "IP"),
                  Keys.of("dr_carrier_status", "Carriers[]", "ID"))
              .stampedBy("dr_reload_status"),
          Reload.of("trie", "trie_reload", List.of("trie_table"), NEW_CALLS)
              .stampedBy("trie_reload_status"),
          Reload.of("call_center", "cc_reload", List.of("cc_flows", "cc_agents"), NEW_CALLS)
              .provenBy(
                  Keys.of("cc_list_flows", "Flows[]", "id"),
                  Keys.of("cc_list_agents", "Agents[]", "id")),
          Reload.of(
                  "uac_registrant",
                  "reg_reload",
                  List.of("registrant"),
                  "New and changed records register at once; gone ones no more.")
              .provenBy(Keys.of("reg_list", "Records[]", "AOR", "binding", "registrar")));

  /** Reload commands that read no table, or need to be told what to read; and why. */
  static final Map<String, String> OTHERS =
      Map.of(
          "bdb_reload", "It reads Berkeley DB files and needs the file's path.",
          "pi_reload_tbls_and_cmds", "It reads the web page's framework file.",
          "rc_reloadClientRate", "It loads one rate sheet and needs client and sheet.",
          "rc_reloadVendorRate", "It loads one rate sheet and needs vendor and sheet.",
          "regex_reload", "It reads a file of expressions.",
          "reload_routes", "It reads the routing script.",
          "sql_cacher_reload", "It needs the cache's ID.",
          "stir_shaken_ca_reload", "It reads certificate files.",
          "stir_shaken_crl_reload", "It reads revocation files.");

  /**
   * Words of a refusal that mean: this node has the module, but its data is not from a table. Seen
   * on real nodes.
   */
  static final List<String> NO_TABLE = List.of("DB url not set", "Dynamic loading not enabled");

  private Reloads() {}

  private static Keys addresses(String command) {
    return Keys.of(
        command,
        "Partitions[].Destinations[]",
        "Partitions.name",
        "grp",
        "ip",
        "mask",
        "port",
        "proto",
        "pattern");
  }

  /** {@return every name by which a reload can be chosen, each once} */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Reload reload : ALL) {
      names.add(reload.module());
      names.add(reload.command());
      names.addAll(reload.tables());
    }
    return names.stream().distinct().sorted().toList();
  }
}
