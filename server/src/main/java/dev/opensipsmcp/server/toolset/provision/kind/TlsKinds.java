package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;

/** Certificates and what they are for. */
final class TlsKinds {
  private TlsKinds() {}

  static Entity domain() {
    return Entity.of("tls_domain", "platform", "tls_mgm", "tls_mgm")
        .is("TLS domain", "TLS domains", "a certificate and the connections that get it")
        .key("domain", "type")
        .needs("domain", "Its name")
        .number("type", "1 client, 2 server", 1, 2)
        .text("match_sip_domain", "Host names; * any, none no SNI")
        .document("certificate", "PEM chain", false)
        .secretText("private_key", "Its key", false)
        .more()
        .text("match_ip_address", "IP:port, with commas; * any")
        .document("ca_list", "Authorities to trust", false)
        .text("method", "SSLv23 for any, TLSv1, TLSv1_2, TLSv1_3, or a range TLSv1_2-TLSv1_3")
        .number("verify_cert", "1 checks the peer's certificate, 0 not", 0, 1)
        .number("require_cert", "1 refuses clients without a certificate, 0 not", 0, 1)
        .number("crl_check_all", "1 checks the whole chain for revocation, 0 the leaf", 0, 1)
        .text("crl_dir", "Directory of revocation lists, on the node")
        .text("ca_dir", "Directory of authorities to trust, on the node")
        .text("cipher_list", "Ciphers in OpenSSL's words; OpenSSL's default when empty")
        .document("dh_params", "Diffie-Hellman parameters, PEM", false)
        .text("ec_curve", "Elliptic curve, as prime256v1")
        .provenBy(
            RowProof.of("tls_list", "Domains[]", "name", "domain", "type", "type")
                .showing(
                    "VERIFY_CERT",
                    "verify_cert",
                    "REQ_CLI_CERT",
                    "require_cert",
                    "CRL_CHECKALL",
                    "crl_check_all",
                    "CRL_DIR",
                    "crl_dir",
                    "CIPHER_LIST",
                    "cipher_list")
                .words("type", "1", "TLS_DOMAIN_CLI", "2", "TLS_DOMAIN_SRV")
                .words("verify_cert", "0", "false", "1", "true")
                .words("require_cert", "0", "false", "1", "true")
                .words("crl_check_all", "0", "false", "1", "true"))
        .alias(Verb.LIST, "tls_list")
        .alias(Verb.CREATE, "tls_add")
        .alias(Verb.UPDATE, "tls_update")
        .alias(Verb.DELETE, "tls_delete")
        .asked(
            Verb.LIST,
            "Which TLS domains are stored in the database?",
            "List the rows of table tls_mgm",
            "Show stored TLS server domains and their certificates")
        .asked(
            Verb.GET,
            "Show the stored TLS domain example.com in full",
            "Get one TLS domain from the database",
            "Which certificate text is stored for TLS domain number 4?")
        .asked(
            Verb.CREATE,
            "Store a new TLS domain with its certificate",
            "Create a TLS server domain for sip.example.org from these PEM files",
            "Add a client certificate for outgoing TLS to the database")
        .asked(
            Verb.UPDATE,
            "Replace the stored certificate of TLS domain example.com",
            "Update the private key and certificate of a TLS domain",
            "Make the stored TLS domain require client certificates")
        .asked(
            Verb.DELETE,
            "Delete the TLS domain example.org from the database",
            "Delete a stored TLS domain with its certificate",
            "Take the tls_mgm row of an old domain out")
        .entity();
  }
}
