package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.rpc.Payload;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests, cancels and answers transactions, as module tm does. A call that does not talk
 * yet has a pending INVITE: its CSeq number is 1 and its transaction's index the call's place in
 * the list of calls, from 1.
 */
final class TransactionCommands {
  private static final int ENTRIES = 65_536;
  private static final int FINAL = 200;
  private static final int REFUSED = 300;
  private static final int LAST_CODE = 700;
  private static final int RINGING_UNTIL = 3;
  private static final int LABEL = 1_234_567;
  private static final Pattern URI = Pattern.compile("(?i)(sips?|tel|urn):[^ <>]+");

  private final NodeState state;

  TransactionCommands(NodeState state) {
    this.state = state;
  }

  List<Command> all() {
    return List.of(
        Command.of("t_uac_dlg", "tm:uac_dlg", this::send),
        Command.of("t_uac_cancel", "tm:uac_cancel", this::cancel),
        Command.of("t_hash", "tm:hash", none -> new Outcome.Value(table())),
        Command.of("t_reply", "tm:reply", this::reply));
  }

  private static Optional<String> header(String headers, String name) {
    Matcher found = Pattern.compile("(?im)^" + name + "\\s*:\\s*([^\r\n]*)").matcher(headers);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private Outcome send(Arguments arguments) {
    if (!URI.matcher(arguments.text("ruri")).matches()) {
      return Outcome.refuse(400, "Invalid ruri");
    }
    if (arguments.has("next_hop") && !URI.matcher(arguments.text("next_hop")).matches()) {
      return Outcome.refuse(400, "Invalid next_hop");
    }
    String headers = arguments.text("headers");
    if (!arguments.text("body").isEmpty() && header(headers, "Content-Type").isEmpty()) {
      return Outcome.refuse(400, "Content-Type missing");
    }
    if (header(headers, "To").isEmpty()) {
      return Outcome.refuse(400, "To missing");
    }
    if (header(headers, "From").isEmpty()) {
      return Outcome.refuse(400, "From missing");
    }
    String cseq = header(headers, "CSeq").orElse("1 " + arguments.text("method"));
    if (!cseq.endsWith(" " + arguments.text("method"))) {
      return Outcome.refuse(400, "CSeq method mismatch");
    }
    state.statistics().count("tm:UAC_transactions", 1);
    state
        .deeds()
        .note(
            Deed.Kind.REQUEST_SENT,
            arguments.optionalText("next_hop").orElse(arguments.text("ruri")),
            arguments.text("method") + ' ' + arguments.text("ruri"));
    return answer(arguments, headers, cseq);
  }

  /** Nobody answers at names that cannot exist. */
  private Outcome answer(Arguments arguments, String headers, String cseq) {
    JsonObject json = new JsonObject();
    String hop = arguments.optionalText("next_hop").orElse(arguments.text("ruri"));
    if (hop.contains(".invalid")) {
      json.addProperty("Status", "408 Request Timeout");
      state.statistics().count("tm:4xx_transactions", 1);
      return Outcome.value(json);
    }
    state.statistics().count("tm:2xx_transactions", 1);
    state.statistics().count("tm:received_replies", 1);
    String release = state.settings().version() == Version.V4_0 ? "4.0.1" : "3.6.8";
    json.addProperty("Status", "200 OK");
    json.addProperty(
        "Message",
        "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK9159.9dd03a45.0\r\nTo: "
            + header(headers, "To").orElse("")
            + ";tag=4b88.a5c081ff\r\nFrom: "
            + header(headers, "From").orElse("")
            + "\r\nCall-ID: "
            + header(headers, "Call-ID").orElse("5f2a1b-4711@192.0.2.1")
            + "\r\nCSeq: "
            + cseq
            + "\r\nServer: OpenSIPS ("
            + release
            + " (x86_64/linux))\r\nContent-Length: 0\r\n\r\n");
    return Outcome.value(json);
  }

  private Outcome cancel(Arguments arguments) {
    Optional<Dialog> call =
        state
            .dialogs()
            .byCallid(arguments.text("callid"))
            .filter(TransactionCommands::pending)
            .filter(dialog -> arguments.text("cseq").equals("1"));
    call.ifPresent(dialog -> DialogCommands.end(dialog, state));
    return call.isPresent() ? Outcome.ok() : Outcome.refuse(481, "No such transaction");
  }

  private static boolean pending(Dialog dialog) {
    return dialog.state() < RINGING_UNTIL;
  }

  private Outcome reply(Arguments arguments) {
    int code = arguments.number("code");
    if (code >= LAST_CODE) {
      return Outcome.refuse(400, "Invalid reply code");
    }
    String[] id = arguments.text("trans_id").split(":", -1);
    if (id.length < 2) {
      return Outcome.refuse(400, "Invalid trans_id");
    }
    if (!id[0].matches("\\d+")) {
      return Outcome.refuse(400, "Invalid index in old trans_id");
    }
    Optional<Dialog> call = call(Integer.parseInt(id[0]), id[1]);
    if (call.isEmpty()) {
      return Outcome.refuse(404, "Transaction not found");
    }
    if (code >= REFUSED) {
      DialogCommands.end(call.get(), state);
    }
    state.statistics().count("tm:local_replies", 1);
    state
        .deeds()
        .note(Deed.Kind.REPLY_SENT, call.get().fromUri(), code + " " + arguments.text("reason"));
    return Outcome.ok();
  }

  private Optional<Dialog> call(int place, String label) {
    return state
        .dialogs()
        .seeded(place - 1)
        .filter(TransactionCommands::pending)
        .filter(_ -> label.equals(Integer.toString(LABEL)));
  }

  /** One entry per slot of the table, most of them empty; several megabytes as text. */
  private Payload table() {
    StringBuilder text = new StringBuilder(ENTRIES * 40).append('[');
    for (int i = 0; i < ENTRIES; i++) {
      Optional<Dialog> call = call(i, Integer.toString(LABEL));
      text.append(i == 0 ? "" : ",")
          .append("{\"index\":")
          .append(i)
          .append(",\"Current\":")
          .append(call.isPresent() ? 1 : 0)
          .append(",\"Total\":")
          .append(call.isPresent() ? FINAL : 0)
          .append('}');
    }
    return new Payload.Bytes(text.append(']').toString().getBytes(StandardCharsets.US_ASCII));
  }
}
