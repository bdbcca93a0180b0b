package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * TLS domains, the tracing of the transports, and reloads that a node without their database or
 * files refuses, as the recorded ones did.
 */
final class TransportCommands {
  private final Version version;

  TransportCommands(Version version) {
    this.version = version;
  }

  Command tcpTrace() {
    return Switch.command("tcp_trace", "tcp:trace", "TCP");
  }

  List<Command> tls() {
    List<Command> commands = new ArrayList<>();
    commands.add(
        Command.of("tls_reload", "tls_mgm:reload", none -> Outcome.refuse(500, "DB url not set")));
    commands.add(Command.of("tls_list", "tls_mgm:list", none -> domains()));
    commands.add(Switch.command("tls_trace", "tls:trace", "TLS"));
    commands.add(Switch.command("ws_trace", "ws:trace", "WS"));
    commands.add(Switch.command("wss_trace", "wss:trace", "WSS"));
    if (version.groupsMiCommands()) {
      commands.add(Switch.command("tls_trace", "bins:trace", "BINS"));
    }
    commands.add(Switch.command("msrp_trace", "msrp:trace", "MSRP"));
    return commands;
  }

  List<Command> stirShaken() {
    return List.of(
        Command.of(
            "stir_shaken_ca_reload",
            "stir_shaken:ca_reload",
            none -> Outcome.refuse(500, "Error ca_list param.")),
        Command.of(
            "stir_shaken_crl_reload",
            "stir_shaken:crl_reload",
            none -> Outcome.refuse(500, "Error crl_list param.")));
  }

  Command tcpReload() {
    return Command.of("tcp_reload", "tcp_mgm:reload", none -> Outcome.ok());
  }

  private static Outcome domains() {
    JsonArray list = new JsonArray();
    list.add(domain("outbound", "TLS_DOMAIN_CLI", "*", "example.net"));
    list.add(domain("edge", "TLS_DOMAIN_SRV", "192.0.2.1:5061", "example.com"));
    JsonObject json = new JsonObject();
    json.add("Domains", list);
    return Outcome.value(json);
  }

  private static JsonObject domain(String name, String type, String address, String sipDomain) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("type", type);
    json.add("IP ADDRESS FILTERS", one(address));
    json.add("SIP DOMAIN FILTERS", one(sipDomain));
    json.addProperty("METHOD", "TLSv1_2-TLSv1_3");
    json.addProperty("VERIFY_CERT", true);
    json.addProperty("REQ_CLI_CERT", false);
    json.addProperty("CRL_CHECKALL", false);
    json.addProperty("CERT_FILE", "/etc/sip/tls/" + name + "-cert.pem");
    json.addProperty("CRL_DIR", "");
    json.addProperty("CA_FILE", "/etc/sip/tls/ca.pem");
    json.addProperty("CA_DIR", "/etc/pki/CA/");
    json.addProperty("PKEY_FILE", "/etc/sip/tls/" + name + "-key.pem");
    json.addProperty("CIPHER_LIST", "");
    json.addProperty("DH_PARAMS_FILE", "");
    json.addProperty("EC_CURVE", "");
    return json;
  }

  private static JsonArray one(String text) {
    JsonArray array = new JsonArray();
    array.add(text);
    return array;
  }
}
