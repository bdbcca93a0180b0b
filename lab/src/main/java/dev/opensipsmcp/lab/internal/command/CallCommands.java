package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.Dialogs;
import dev.opensipsmcp.lab.internal.state.Seed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds, resumes and transfers calls, as module callops does. What it did stands in variables of
 * the dialog; a variable once written stays there, though empty.
 */
final class CallCommands {
  private static final int CONFIRMED = 4;
  private static final List<String> LEGS = List.of("caller", "callee");
  private static final String TRANSFER = "call_transfer_leg";

  private final Dialogs dialogs;
  private final Version version;

  CallCommands(Dialogs dialogs, Version version) {
    this.dialogs = dialogs;
    this.version = version;
  }

  List<Command> all() {
    return List.of(
        Command.of("call_transfer", "callops:transfer", this::transfer),
        Command.of("call_hold", "callops:hold", arguments -> talking(arguments, this::hold)),
        Command.of("call_unhold", "callops:unhold", arguments -> talking(arguments, this::resume)));
  }

  private Outcome talking(Arguments arguments, Function<Dialog, Outcome> run) {
    Optional<Dialog> dialog = dialogs.byCallid(arguments.text("callid"));
    if (dialog.isEmpty()) {
      return Outcome.refuse(404, "Dialog not found");
    }
    return dialog.get().state() < CONFIRMED
        ? Outcome.refuse(410, "Dialog not ready")
        : run.apply(dialog.get());
  }

  private Outcome hold(Dialog dialog) {
    return mark(dialog, true) ? Outcome.ok() : Outcome.refuse(480, "Both dialog legs are on hold");
  }

  private Outcome resume(Dialog dialog) {
    return mark(dialog, false) ? Outcome.ok() : Outcome.refuse(480, "No dialog legs on hold");
  }

  private boolean mark(Dialog dialog, boolean hold) {
    boolean changed = false;
    for (String side : LEGS) {
      String now = value(dialog, "call_hold_" + side).orElse("");
      boolean held = !now.isEmpty() && !now.equals("0");
      if (held != hold) {
        Dialog current = dialogs.byCallid(dialog.callid()).orElse(dialog);
        dialogs.push(current, Seed.holdMark(side, hold, version));
        changed = true;
      }
    }
    return changed;
  }

  private static Optional<String> value(Dialog dialog, String name) {
    return dialog.values().stream()
        .filter(entry -> entry.name().equals(name))
        .map(Dialog.Entry::value)
        .findFirst();
  }

  private Outcome transfer(Arguments arguments) {
    if (!LEGS.contains(arguments.text("leg"))) {
      return DialogAdminCommands.badParameter();
    }
    if (arguments.has("transfer_leg")) {
      if (!LEGS.contains(arguments.text("transfer_leg"))) {
        return DialogAdminCommands.badParameter();
      }
      if (dialogs.byCallid(arguments.text("transfer_callid")).isEmpty()) {
        return Outcome.refuse(404, "Transfer dialog not found");
      }
    }
    Optional<Dialog> dialog = dialogs.byCallid(arguments.text("callid"));
    if (dialog.isEmpty()) {
      return Outcome.refuse(404, "Dialog not found");
    }
    if (value(dialog.get(), TRANSFER).isPresent()) {
      return Outcome.refuse(491, "Request Pending");
    }
    dialogs.push(dialog.get(), TRANSFER, arguments.text("leg"));
    return Outcome.value(new JsonPrimitive("Accepted"));
  }
}
