package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.Locale;
import java.util.Set;

/** What TLS is set up, and who is connected by it. */
final class TlsLists {
  /** The transports that run over TLS; bins is the encrypted form of the cluster's transport. */
  private static final Set<String> OVER_TLS = Set.of("tls", "wss", "bins", "msrps");

  private TlsLists() {}

  static Tool domains() {
    return Lever.read("tls_list_domains", TlsToolset.NAME, "TLS domains in use")
        .what("List the TLS domains that a node works with, server and client side.")
        .useWhen("Use when a handshake fails, or to see which certificate serves which name.")
        .notFor("Not for who is connected; use `tls_list_connections`.")
        .returns("Returns a page of domains; file names only, never keys.")
        .sends("tls_list", "tls_mgm")
        .local(Schema.optional("domain", Schema.text("Part of the domain's name")))
        .local(
            Schema.optional(
                "type", Schema.text("Which side").oneOf("TLS_DOMAIN_SRV", "TLS_DOMAIN_CLI")))
        .rows("Domains[]")
        .column("domain", "name", Schema.text("Its name"))
        .column("type", "type", Schema.text("TLS_DOMAIN_SRV or TLS_DOMAIN_CLI"))
        .column("addresses", "IP ADDRESS FILTERS", Schema.texts("Addresses that it serves"))
        .column("sip_domains", "SIP DOMAIN FILTERS", Schema.texts("Names that it serves"))
        .column("method", "METHOD", Schema.text("TLS versions, lowest to highest"))
        .column("verify_cert", "VERIFY_CERT", Schema.flag("Checks the peer's certificate"))
        .column("require_client_cert", "REQ_CLI_CERT", Schema.flag("Refuses clients without"))
        .column("crl_check_all", "CRL_CHECKALL", Schema.flag("Checks the whole chain's lists"))
        .column("cert_file", "CERT_FILE", Schema.text("Certificate; absent when in a database"))
        .column("ca_file", "CA_FILE", Schema.text("Trusted authorities"))
        .column("ca_dir", "CA_DIR", Schema.text("Directory of trusted authorities"))
        .column("crl_dir", "CRL_DIR", Schema.text("Directory of revocation lists"))
        .column("ciphers", "CIPHER_LIST", Schema.text("Ciphers; empty is the default"))
        .filter(Filter.part("domain", "domain"))
        .filter(Filter.whole("type", "type"))
        .examples(
            "Which TLS domains does the node have?",
            "Does the server TLS domain require client certificates?",
            "What TLS versions does example.com accept?")
        .tool();
  }

  static Tool connections() {
    return Lever.read("tls_list_connections", TlsToolset.NAME, "TLS connections")
        .what("List the node's open connections over TLS and secure WebSocket.")
        .useWhen("Use when a TLS or WebRTC client can't be reached, or to count them.")
        .notFor("Not for certificates; use `tls_list_domains`.")
        .returns("Returns a page of connections.")
        .sends("list_tcp_conns", "core")
        .local(Schema.optional("remote", Schema.text("Part of the peer's address")))
        .rows("Connections[]")
        .column("connection_id", "ID", Schema.integer("Its number"))
        .column("type", "Type", Schema.text("tls, wss or bins"))
        .column("remote", "Remote", Schema.text("The peer's address and port"))
        .column("local", "Local", Schema.text("The node's address and port"))
        .column("lifetime", "Lifetime", Schema.text("When it is closed if idle"))
        .column("state", "State", Schema.integer("The node's own number; below 0 is broken"))
        .filter((row, _) -> overTls(row))
        .filter(Filter.part("remote", "remote"))
        .aliases("tls_connections")
        .examples(
            "Which TLS connections are open?",
            "Is 192.0.2.77 connected over TLS?",
            "Show the WebRTC clients' secure WebSocket connections")
        .tool();
  }

  static boolean overTls(JsonObject row) {
    return OVER_TLS.contains(Json.text(row, "type").toLowerCase(Locale.ROOT));
  }
}
