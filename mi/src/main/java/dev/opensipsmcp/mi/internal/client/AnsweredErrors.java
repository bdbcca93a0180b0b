package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.internal.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a node's error means: JSON-RPC's own codes, and the SIP-like ones of OpenSIPS's modules. */
final class AnsweredErrors {
  static final int NO_SUCH_METHOD = -32601;
  private static final int WRONG_PARAMS = -32602;
  private static final int AMBIGUOUS = -32001;
  private static final String CANDIDATES = "supported names: ";

  private AnsweredErrors() {}

  static MiError of(Call call, Reply.Fault<?> error) {
    String name = call.target().name();
    return switch (error.code()) {
      case NO_SUCH_METHOD ->
          new MiError.NoSuchCommand(
              name,
              List.of(),
              module(call),
              "The node answered that it has no command " + name,
              "It may have been restarted with other modules; ask again.");
      case AMBIGUOUS -> ambiguous(name, error.data());
      case WRONG_PARAMS -> wrongArguments(call, error);
      default -> refused(name, error);
    };
  }

  private static Optional<String> module(Call call) {
    String module = call.target().module();
    return module.isEmpty() ? Optional.empty() : Optional.of(module);
  }

  private static MiError ambiguous(String name, String data) {
    List<String> candidates = new ArrayList<>();
    if (data.startsWith(CANDIDATES)) {
      for (String candidate : data.substring(CANDIDATES.length()).split(",", -1)) {
        candidates.add(candidate.strip());
      }
    }
    return new MiError.NoSuchCommand(
        name,
        candidates,
        Optional.empty(),
        name + " means several commands of this node",
        candidates.isEmpty()
            ? "Use the command's full name, module:command."
            : "Use the full name of one: " + String.join(", ", candidates) + ".");
  }

  private static MiError wrongArguments(Call call, Reply.Fault<?> error) {
    List<String> forms = call.target().forms();
    String name = call.target().name();
    return new MiError.WrongArguments(
        name,
        forms,
        "The node refused the parameters of " + name + ": " + words(error),
        forms.isEmpty()
            ? "Look the command's parameters up."
            : "Use one of these forms: " + String.join(" | ", forms) + ".");
  }

  private static MiError refused(String name, Reply.Fault<?> error) {
    return new MiError.Refused(
        name,
        error.code(),
        error.message(),
        name + ": " + error.code() + ' ' + words(error) + " (" + meaning(error.code()) + ')',
        advice(error.code()));
  }

  private static String words(Reply.Fault<?> error) {
    return error.data().isEmpty() ? error.message() : error.message() + ", " + error.data();
  }

  private static String meaning(int code) {
    return switch (code) {
      case -32700 -> "the node could not parse the request";
      case -32600 -> "the node takes this for no request";
      case -32000 -> "the command's handler failed, or gave nothing back";
      case 400 -> "a value is not acceptable, or something was not found";
      case 401, 403 -> "the node forbids it";
      case 404 -> "nothing has this name, id or key";
      case 405 -> "not supported for this object";
      case 408 -> "a SIP peer did not answer";
      case 481 -> "no such call or transaction";
      default ->
          code >= 500 && code < 600 ? "the command failed in the node" : "the module's own code";
    };
  }

  private static String advice(int code) {
    return switch (code) {
      case 404, 481 -> "List what there is and take the name, id or key from there.";
      case 400 -> "Check each value against the module's documentation for this version.";
      case 401, 403 -> "Check the node's configuration; asking again will not help.";
      case 408 -> "Check that the SIP peer is reachable from the node.";
      default -> "Look at the node's log for the reason.";
    };
  }
}
