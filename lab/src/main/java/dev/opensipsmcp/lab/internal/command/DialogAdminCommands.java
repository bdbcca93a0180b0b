package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Synchronises calls with a database or a cluster, and sends requests within them. This node
 * replicates to nobody.
 */
final class DialogAdminCommands {
  private static final Set<String> MODES =
      Set.of("caller", "callee", "challenge", "challenge caller", "challenge callee");
  private static final Set<String> CHALLENGING = Set.of("INVITE", "UPDATE");

  private final NodeState state;

  /** What the database has and memory lacks. */
  private final List<Dialog> stored = new ArrayList<>();

  DialogAdminCommands(NodeState state) {
    this.state = state;
    stored.add(Seed.stored(state.clock().instant().getEpochSecond()));
  }

  List<Command> sync() {
    return List.of(
        Command.of("dlg_db_sync", "dialog:db_sync", none -> load()),
        Command.of("dlg_restore_db", "dialog:restore_db", none -> store()),
        Command.of(
            "dlg_cluster_sync",
            "dialog:cluster_sync",
            any -> Outcome.refuse(400, "Dialog replication disabled")));
  }

  private Outcome load() {
    stored.forEach(state.dialogs()::add);
    stored.clear();
    return Outcome.ok();
  }

  /** The table is emptied and written from memory, so that nothing is left that memory lacks. */
  private Outcome store() {
    stored.clear();
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
    state.statistics().count("tm:UAC_transactions", 1);
    state.statistics().count("tm:received_replies", 1);
    state.statistics().count("tm:2xx_transactions", 1);
    JsonObject json = new JsonObject();
    json.addProperty("Code", challenge && body.equals("none") ? 400 : 200);
    json.addProperty("Reason", "OK");
    return Outcome.value(json);
  }
}
