package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderSettings;
import dev.opensipsmcp.sip.ladder.Ladders;
import dev.opensipsmcp.sip.ladder.MessageTexts;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the messages that a call asks for, and makes their ladder. */
final class LadderDesk {
  /** How long reading a capture may take. */
  static final Duration LIMIT = Duration.ofMinutes(3);

  private final EvidenceDesk desk;
  private final Stores stores;

  LadderDesk(EvidenceDesk desk) {
    this.desk = desk;
    this.stores = Stores.of(desk);
  }

  Stores stores() {
    return stores;
  }

  EvidenceDesk evidence() {
    return desk;
  }

  AllowedDirectories directories() {
    return stores.captures();
  }

  /** {@return the ladder of what the arguments mean} */
  Picked pick(Arguments arguments, ReadPorts ports) {
    if (arguments.has("messages")) {
      return given(arguments);
    }
    Optional<TimeWindow> window =
        Moments.window(arguments.maybeText("from_ts"), arguments.maybeText("to_ts"));
    if (window.isEmpty()) {
      return new Picked.Bad(
          ToolError.TIME_INVALID.failure(
              "from_ts and to_ts name no span of time.",
              "Write both as 2026-11-20T08:00:00Z or as milliseconds since 1970, the earlier"
                  + " first."));
    }
    return switch (stores.choose(arguments.maybeText("path"))) {
      case Stores.Choice.Refused(Outcome.Failure failure) -> new Picked.Bad(failure);
      case Stores.Choice.Chosen(MessageStore store) ->
          new StoredCalls(store, settings(arguments), window.get(), ports).pick(arguments);
    };
  }

  private Picked given(Arguments arguments) {
    List<CapturedMessage> messages = MessageTexts.read(arguments.text("messages"));
    LadderSettings settings = settings(arguments);
    Set<String> ids = new LinkedHashSet<>(arguments.texts("call_ids"));
    arguments.maybeText("call_id").ifPresent(ids::add);
    List<CapturedMessage> wanted = messages;
    if (!ids.isEmpty()) {
      Set<String> belong =
          arguments.flag("related", true)
              ? StoredCalls.belonging(Ladders.of(messages, settings), ids)
              : ids;
      wanted =
          messages.stream()
              .filter(one -> belong.contains(one.message().callId().orElse("")))
              .toList();
    }
    if (wanted.isEmpty()) {
      return new Picked.Bad(
          ToolError.ARGUMENTS_WRONG.failure(
              messages.isEmpty()
                  ? "messages has no line that says when a message was seen between whom."
                  : "None of the messages has such a Call-ID.",
              "Put a line as 2026-11-20T08:00:00.1Z udp 192.0.2.1:5060 -> 192.0.2.2:5060 before"
                  + " each message."));
    }
    Ladder ladder = Ladders.of(wanted, settings);
    return new Picked.Good(ladder, "messages given in the call", ladder.notes());
  }

  private LadderSettings settings(Arguments arguments) {
    List<String> headers = new ArrayList<>(LadderSettings.DEFAULT.correlationHeaders());
    headers.addAll(arguments.texts("correlation_headers"));
    return new LadderSettings(desk.settings().aliases(), headers);
  }

  static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  static Outcome.Failure outside(String path) {
    return ToolError.CAPTURE_OUTSIDE.failure(
        path + " is in no directory where captures may be.",
        "Take a file that capture_list_files shows, or ask whoever runs this server to set"
            + " OPENSIPS_MCP_CAPTURE_ROOTS.");
  }
}
