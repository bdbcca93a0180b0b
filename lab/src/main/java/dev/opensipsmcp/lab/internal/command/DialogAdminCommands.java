package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.Leg;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Synchronises calls with a database or a cluster, and sends requests within them. The node writes
 * its calls to the database when told to; replicating is for a node that is configured so.
 */
final class DialogAdminCommands {
  private static final String TABLE = "dialog";
  private static final Set<String> MODES =
      Set.of("caller", "callee", "challenge", "challenge caller", "challenge callee");
  private static final Set<String> CHALLENGING = Set.of("INVITE", "UPDATE");

  private final NodeState state;

  /** The calls behind those rows of the database that memory may lack, by Call-ID. */
  private final Map<String, Dialog> stored = new LinkedHashMap<>();

  /** What another node of the cluster has. */
  private final List<Dialog> elsewhere = new ArrayList<>();

  DialogAdminCommands(NodeState state) {
    this.state = state;
    long now = state.clock().instant().getEpochSecond();
    store(Seed.stored(now));
    if (state.has(LabFeature.DIALOG_CLUSTER)) {
      elsewhere.add(Seed.replicated(now));
    }
  }

  List<Command> sync() {
    return List.of(
        Command.of("dlg_db_sync", "dialog:db_sync", none -> load()),
        Command.of("dlg_restore_db", "dialog:restore_db", none -> restore()),
        Command.of("dlg_cluster_sync", "dialog:cluster_sync", any -> replicate()));
  }

  private Outcome load() {
    stored.values().forEach(state.dialogs()::add);
    stored.clear();
    return Outcome.ok();
  }

  /** The table is emptied and written from memory, so that nothing is left that memory lacks. */
  private Outcome restore() {
    stored.clear();
    if (!state.tables().fromOutside()) {
      state.tables().delete(TABLE, any -> true);
    }
    state.dialogs().seeded().forEach(this::store);
    return Outcome.ok();
  }

  private void store(Dialog dialog) {
    stored.put(dialog.callid(), dialog);
    state
        .tables()
        .seed(
            TABLE,
            Row.of(
                "dlg_id", dialog.dbId(),
                "callid", dialog.callid(),
                "from_uri", dialog.fromUri(),
                "from_tag", dialog.caller().tag(),
                "to_uri", dialog.toUri(),
                "to_tag", dialog.callee().map(Leg::tag).orElse(""),
                "state", Integer.toString(dialog.state()),
                "start_time", Long.toString(dialog.start()),
                "timeout", Long.toString(dialog.timeout()),
                "caller_cseq", dialog.caller().cseq(),
                "callee_cseq", dialog.callee().map(Leg::cseq).orElse("0"),
                "caller_ping_cseq", "0",
                "callee_ping_cseq", "0",
                "caller_sock", dialog.caller().socket(),
                "callee_sock", dialog.callee().map(Leg::socket).orElse("")));
  }

  private Outcome replicate() {
    if (!state.has(LabFeature.DIALOG_CLUSTER)) {
      return Outcome.refuse(400, "Dialog replication disabled");
    }
    elsewhere.forEach(state.dialogs()::add);
    return Outcome.ok();
  }

  /** OpenSIPS reads a parameter here that no recipe lets through, so that both never work. */
  List<Command> others() {
    return List.of(
        Command.of("dlg_send_sequential", "dialog:send_sequential", this::send),
        new Command(
            "dlg_set_profile", "dialog:set_profile", Set.of("dlg_id"), any -> badParameter()),
        new Command(
            "dlg_unset_profile", "dialog:unset_profile", Set.of("dlg_id"), any -> badParameter()));
  }

  /** What the server says when a command does not get the parameter that it wants. */
  static Outcome badParameter() {
    return new Outcome.Refusal(-32000, "Server error", Optional.of("Failed to handle parameter"));
  }

  private Outcome send(Arguments arguments) {
    String mode = arguments.optionalText("mode").orElse("caller").toLowerCase(Locale.ROOT);
    if (!MODES.contains(mode)) {
      return Outcome.refuse(400, "Invalid mode");
    }
    String body = arguments.optionalText("body").orElse("none").toLowerCase(Locale.ROOT);
    boolean known = Set.of("none", "inbound", "outbound").contains(body);
    if (!known && !body.matches("(?s)custom.{4,}")) {
      return Outcome.refuse(400, "Invalid body mode");
    }
    boolean challenge = mode.startsWith("challenge");
    if (challenge && !CHALLENGING.contains(arguments.optionalText("method").orElse("INVITE"))) {
      return Outcome.refuse(406, "Not Acceptable");
    }
    Optional<Dialog> dialog = state.dialogs().byCallid(arguments.text("callid"));
    if (dialog.isEmpty()) {
      return Outcome.refuse(404, "Dialog Not Found");
    }
    String method = arguments.optionalText("method").orElse("INVITE");
    state.deeds().note(Deed.Kind.REQUEST_SENT, party(dialog.get(), mode), method);
    state.statistics().count("tm:UAC_transactions", 1);
    state.statistics().count("tm:received_replies", 1);
    state.statistics().count("tm:2xx_transactions", 1);
    JsonObject json = new JsonObject();
    json.addProperty("Code", challenge && body.equals("none") ? 400 : 200);
    json.addProperty("Reason", "OK");
    return Outcome.value(json);
  }

  private static String party(Dialog dialog, String mode) {
    return mode.endsWith("callee") ? dialog.toUri() : dialog.fromUri();
  }
}
