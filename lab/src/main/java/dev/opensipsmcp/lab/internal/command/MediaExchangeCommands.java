package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialogs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends the media of a call elsewhere, as module media_exchange does. No command of it lists what
 * goes on, but the party that it calls is among the B2B entities.
 */
final class MediaExchangeCommands {
  private static final Set<String> ONE_LEG = Set.of("caller", "callee");
  private static final Set<String> LEGS = Set.of("caller", "callee", "both");

  private final Dialogs dialogs;
  private final UaSessions calls;

  /** Who was called for a call's media. */
  private final Map<String, List<String>> exchanging = new HashMap<>();

  MediaExchangeCommands(Dialogs dialogs, UaSessions calls) {
    this.dialogs = dialogs;
    this.calls = calls;
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "media_fork_from_call_to_uri", "media_exchange:fork_from_call_to_uri", this::fork),
        Command.of(
            "media_exchange_from_call_to_uri",
            "media_exchange:from_call_to_uri",
            some -> start(some, ONE_LEG)),
        Command.of(
            "media_exchange_from_call_to_uri_body",
            "media_exchange:from_call_to_uri_body",
            some -> start(some, ONE_LEG)),
        Command.of("media_terminate", "media_exchange:terminate", this::terminate));
  }

  /** A recipe without the leg exists, but OpenSIPS cannot do without it. */
  private Outcome fork(Arguments arguments) {
    return arguments.has("leg")
        ? start(arguments, LEGS)
        : new Outcome.Refusal(-32000, "Server error", Optional.of("Failed to handle parameter"));
  }

  private Outcome start(Arguments arguments, Set<String> legs) {
    if (!legs.contains(arguments.text("leg"))) {
      return Outcome.refuse(406, "invalid leg parameter");
    }
    if (!arguments.text("uri").startsWith("sip")) {
      return Outcome.refuse(500, "No suitable socket");
    }
    if (dialogs.byCallid(arguments.text("callid")).isEmpty()) {
      return Outcome.refuse(404, "Dialog not found");
    }
    exchanging
        .computeIfAbsent(arguments.text("callid"), none -> new ArrayList<>())
        .add(arguments.text("uri"));
    calls.callForMedia(arguments.text("uri"));
    return Outcome.ok();
  }

  private Outcome terminate(Arguments arguments) {
    if (arguments.has("leg") && !LEGS.contains(arguments.text("leg"))) {
      return Outcome.refuse(406, "invalid leg parameter");
    }
    if (dialogs.byCallid(arguments.text("callid")).isEmpty()) {
      return Outcome.refuse(404, "Dialog not found");
    }
    List<String> called = exchanging.remove(arguments.text("callid"));
    if (called == null) {
      return Outcome.refuse(404, "Media Session not found");
    }
    called.forEach(calls::hangUpMedia);
    return Outcome.ok();
  }
}
