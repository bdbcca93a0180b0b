package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * The domains of module tls_mgm, which stand in the script, as the recorded servers had them, or in
 * table {@code tls_mgm}.
 */
final class TlsDomains {
  private static final String TABLE = "tls_mgm";
  private static final String CLIENT = "1";
  private static final String SERVER = "2";
  private static final List<Row> FIRST =
      List.of(
          row("1", "outbound", CLIENT, "*", "example.net"),
          row("2", "edge", SERVER, "192.0.2.1:5061", "example.com"));
  private static final Row SECOND = row("3", "partner", SERVER, "192.0.2.1:5062", "example.org");

  private final Tables tables;
  private final boolean fromTable;
  private List<Row> domains = FIRST;

  TlsDomains(NodeState state) {
    tables = state.tables();
    fromTable = tables.fromOutside() || state.has(LabFeature.TLS_TABLE);
    if (fromTable) {
      tables.seed(TABLE, FIRST.toArray(Row[]::new));
      domains = tables.loadOne(TABLE);
      // Written since the node started: active after the next reload.
      tables.seed(TABLE, SECOND);
    }
  }

  private static Row row(String id, String name, String type, String address, String sipDomain) {
    return Row.of(
        "id", id,
        "domain", name,
        "type", type,
        "match_ip_address", address,
        "match_sip_domain", sipDomain,
        "method", "TLSv1_2-TLSv1_3",
        "verify_cert", "1",
        "require_cert", "0",
        "crl_check_all", "0");
  }

  Outcome reload() {
    return fromTable
        ? Reading.again(
            () -> domains = tables.loadOne(TABLE), Outcome.refuse(500, "Failed to reload"))
        : Outcome.refuse(500, "DB url not set");
  }

  /** Those for outgoing connections come first. */
  Outcome list() {
    JsonArray list = new JsonArray();
    List<Row> ordered = new ArrayList<>(domains.stream().filter(TlsDomains::client).toList());
    domains.stream().filter(row -> !client(row)).forEach(ordered::add);
    ordered.forEach(row -> list.add(json(row)));
    JsonObject json = new JsonObject();
    json.add("Domains", list);
    return Outcome.value(json);
  }

  private static boolean client(Row row) {
    return !row.text("type").equals(SERVER);
  }

  /** What stands in a table has no files that could be named. */
  private JsonObject json(Row row) {
    String name = row.text("domain");
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("type", client(row) ? "TLS_DOMAIN_CLI" : "TLS_DOMAIN_SRV");
    json.add("IP ADDRESS FILTERS", filters(row.text("match_ip_address")));
    json.add("SIP DOMAIN FILTERS", filters(row.text("match_sip_domain")));
    json.addProperty("METHOD", row.has("method") ? row.text("method") : "SSLv23");
    json.addProperty("VERIFY_CERT", row.number("verify_cert", 1) != 0);
    json.addProperty("REQ_CLI_CERT", row.number("require_cert", 1) != 0);
    json.addProperty("CRL_CHECKALL", row.number("crl_check_all") != 0);
    file(json, "CERT_FILE", "/etc/sip/tls/" + name + "-cert.pem");
    json.addProperty("CRL_DIR", row.text("crl_dir"));
    file(json, "CA_FILE", "/etc/sip/tls/ca.pem");
    json.addProperty("CA_DIR", row.has("ca_dir") ? row.text("ca_dir") : "/etc/pki/CA/");
    file(json, "PKEY_FILE", "/etc/sip/tls/" + name + "-key.pem");
    json.addProperty("CIPHER_LIST", row.text("cipher_list"));
    file(json, "DH_PARAMS_FILE", "");
    json.addProperty("EC_CURVE", row.text("ec_curve"));
    return json;
  }

  private void file(JsonObject json, String member, String path) {
    if (!fromTable) {
      json.addProperty(member, path);
    }
  }

  private static JsonArray filters(String list) {
    JsonArray array = new JsonArray();
    for (String one : (list.isEmpty() ? "*" : list).split(",", -1)) {
      array.add(one.strip());
    }
    return array;
  }
}
