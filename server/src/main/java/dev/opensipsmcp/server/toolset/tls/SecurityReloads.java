package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;

/** Reading certificates, domains, paths and authorities again. */
final class SecurityReloads {
  private static final String RESULT = "Returns the node's answer.";

  private SecurityReloads() {}

  private static ChangeDraft reload(String name, String title, String command, String module) {
    return Lever.change(name, TlsToolset.NAME, title)
        .returns(RESULT)
        .sends(command, module)
        .risk(Risk.REVERSIBLE);
  }

  static Tool tls() {
    return reload("tls_reload", "Reload TLS domains", "tls_reload", "tls_mgm")
        .what("Reload TLS domains and certificates from the database.")
        .useWhen("Use when a certificate was renewed, or a TLS domain's row changed.")
        .notFor("Not for looking; use `tls_list_domains`.")
        .effects(
            "Effects: new connections get the new domains; open ones stay. Undo: put the rows back"
                + " and reload again. Only works with domains in a database.")
        .also("tls_list", "tls_mgm")
        .summary("Reload the TLS domains from the database.")
        .plans("New handshakes use what the database has now.")
        .noUndo("Put the old rows back into the database and reload again.")
        .state(States.made("tls_list", (_, answer) -> names(answer)))
        .examples(
            "Reload the TLS certificates",
            "I renewed the certificate, activate it on the node",
            "Make the node read its TLS domains again")
        .tool();
  }

  private static JsonObject names(JsonElement answer) {
    JsonArray names = new JsonArray();
    Json.list(Json.asObject(answer), "Domains").asList().stream()
        .map(row -> Json.text(Json.asObject(row), "name"))
        .sorted()
        .forEach(names::add);
    JsonObject state = new JsonObject();
    state.add("domains", names);
    return state;
  }

  static Tool tcp() {
    return reload("tcp_reload", "Reload TCP paths", "tcp_reload", "tcp_mgm")
        .what("Reload the TCP connection settings of peers from the database.")
        .useWhen("Use when rows of the TCP management table changed.")
        .notFor("Not for certificates; use `tls_reload`.")
        .effects(
            "Effects: new connections use the new timeouts and limits; open ones stay. Undo: put"
                + " the rows back and reload again.")
        .risk(Risk.DISRUPTIVE)
        .summary("Reload the TCP settings from the database.")
        .plans("New connections follow what the database has now.")
        .noUndo("Put the old rows back into the database and reload again.")
        .examples(
            "Reload the TCP paths",
            "Activate the new TCP connection settings",
            "Make the node read the tcp_mgm table again")
        .tool();
  }

  static Tool certificates() {
    return reload(
            "stirshaken_reload_ca",
            "Reload STIR/SHAKEN authorities",
            "stir_shaken_ca_reload",
            "stir_shaken")
        .what("Reload the certificate authorities that caller identities are verified with.")
        .useWhen("Use when the file of trusted STIR/SHAKEN authorities was replaced.")
        .notFor("Not for revocation lists; use `stirshaken_reload_crl`.")
        .effects(
            "Effects: later verifications trust what the files hold now. Undo: put the old files"
                + " back and reload again.")
        .summary("Reload the STIR/SHAKEN authorities from their files.")
        .plans("Calls are verified against the authorities that the files hold now.")
        .noUndo("Put the old files back and reload again.")
        .examples(
            "Reload the STIR/SHAKEN CA list",
            "I updated the trusted authorities for caller ID verification",
            "Make the node read the STIR CA file again")
        .tool();
  }

  static Tool revocations() {
    return reload(
            "stirshaken_reload_crl",
            "Reload STIR/SHAKEN revocations",
            "stir_shaken_crl_reload",
            "stir_shaken")
        .what("Reload the certificate revocation lists of STIR/SHAKEN.")
        .useWhen("Use when a new revocation list was put in place.")
        .notFor("Not for authorities; use `stirshaken_reload_ca`.")
        .effects(
            "Effects: later verifications refuse what the lists revoke now. Undo: put the old lists"
                + " back and reload again.")
        .summary("Reload the STIR/SHAKEN revocation lists from their files.")
        .plans("Calls signed with a revoked certificate fail verification.")
        .noUndo("Put the old lists back and reload again.")
        .examples(
            "Reload the STIR/SHAKEN CRL",
            "Activate the new certificate revocation list",
            "A signing certificate was revoked, make the node know")
        .tool();
  }
}
