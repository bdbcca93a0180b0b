package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.util.List;

/**
 * The files of module stir_shaken, when the node has them: whose certificates it trusts, and which
 * are revoked. Each has one more than was read. The recorded servers had none.
 */
final class CertificateCommands {
  private static final String AUTHORITIES = "/etc/sip/stir/ca.pem";
  private static final String REVOKED = "/etc/sip/stir/crl.pem";
  private static final List<String> ALL_AUTHORITIES = List.of("STI-PA root", "STI-PA root 2");
  private static final List<String> ALL_REVOKED = List.of("serial 17", "serial 42");

  private final NodeState state;
  private List<String> authorities = ALL_AUTHORITIES.subList(0, 1);
  private List<String> revoked = ALL_REVOKED.subList(0, 1);

  CertificateCommands(NodeState state) {
    this.state = state;
    if (state.has(LabFeature.CERTIFICATE_FILES)) {
      state.inside().show("stir_shaken", this::inside);
    }
  }

  private JsonElement inside() {
    JsonObject json = new JsonObject();
    json.add("authorities", array(authorities));
    json.add("revoked", array(revoked));
    return json;
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  List<Command> all() {
    return List.of(
        Command.of("stir_shaken_ca_reload", "stir_shaken:ca_reload", none -> readAuthorities()),
        Command.of("stir_shaken_crl_reload", "stir_shaken:crl_reload", none -> readRevoked()));
  }

  private Outcome readAuthorities() {
    if (!state.has(LabFeature.CERTIFICATE_FILES)) {
      return Outcome.refuse(500, "Error ca_list param.");
    }
    authorities = ALL_AUTHORITIES;
    state.deeds().note(Deed.Kind.FILE_READ, AUTHORITIES, String.join("\n", authorities));
    return Outcome.ok();
  }

  private Outcome readRevoked() {
    if (!state.has(LabFeature.CERTIFICATE_FILES)) {
      return Outcome.refuse(500, "Error crl_list param.");
    }
    revoked = ALL_REVOKED;
    state.deeds().note(Deed.Kind.FILE_READ, REVOKED, String.join("\n", revoked));
    return Outcome.ok();
  }
}
