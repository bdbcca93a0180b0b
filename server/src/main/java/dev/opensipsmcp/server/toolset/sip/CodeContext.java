package dev.opensipsmcp.server.toolset.sip;

import dev.opensipsmcp.sip.explain.Causes;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.HeaderValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the method and a few headers add to a code. */
final class CodeContext {
  private CodeContext() {}

  static List<String> of(int code, String method, String headers) {
    List<String> context = new ArrayList<>();
    method(code, method).ifPresent(context::add);
    for (String line : headers.lines().limit(40).toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        header(line.substring(0, colon).strip(), line.substring(colon + 1).strip(), context);
      }
    }
    return context;
  }

  private static Optional<String> method(int code, String method) {
    String text =
        switch (method) {
          case "REGISTER" ->
              switch (code) {
                case 200 -> "The contacts in this response are all that the registrar has now.";
                case 403 ->
                    "The registrar refuses this user or source; the password is not asked again.";
                case 404 ->
                    "The address of record does not exist at this registrar, or the domain is not its own.";
                case 408 ->
                    "The registrar did not answer: it is unreachable, or its answer got lost on the way back.";
                default -> "";
              };
          case "INVITE" ->
              switch (code) {
                case 401 ->
                    "For INVITE a proxy would send 407; 401 comes from a user agent or gateway.";
                case 408 ->
                    "The called side did not answer in time: it did not ring long enough, or never got the request.";
                case 481 ->
                    "For a re-INVITE: the dialog is gone at the other side; the call should be ended.";
                case 487 -> "The INVITE was cancelled; the ACK for the 487 must follow.";
                default -> "";
              };
          case "BYE" ->
              code == 481
                  ? "The other side had ended the call already; nothing is left to do."
                  : code == 408
                      ? "The other side is not reachable any more; media may hang there."
                      : "";
          case "CANCEL" ->
              code == 481 ? "The request to be cancelled is unknown or already answered." : "";
          case "OPTIONS" ->
              code >= 300 && code != 408 && code != 503
                  ? "As an answer to a keepalive even this shows that the peer is alive."
                  : "";
          case "NOTIFY" ->
              code == 481
                  ? "The subscription is gone at the subscriber; it should be removed."
                  : "";
          case "ACK" -> "No response is ever sent to ACK.";
          default -> "";
        };
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void header(String name, String value, List<String> context) {
    switch (HeaderNames.longName(name).toLowerCase(java.util.Locale.ROOT)) {
      case "retry-after" -> {
        long seconds = HeaderValues.number(value.split("[ ;(]", 2)[0]);
        if (seconds >= 0) {
          context.add("Retry-After: do not try again for " + seconds + " s.");
        }
      }
      case "warning" -> {
        long code = HeaderValues.number(value.split(" ", 2)[0]);
        if (code >= 300 && code <= 399) {
          context.add(
              "Warning "
                  + code
                  + ": "
                  + Causes.warning((int) code).orElse("Its code is not registered."));
        }
      }
      case "reason" -> reason(value, context);
      default -> {}
    }
  }

  private static void reason(String value, List<String> context) {
    for (String part : HeaderValues.split(value).stream().limit(5).toList()) {
      int end = part.indexOf(';');
      Map<String, String> said = end < 0 ? Map.of() : HeaderValues.parameters(part.substring(end));
      long cause = HeaderValues.number(said.getOrDefault("cause", ""));
      String protocol = end < 0 ? part : part.substring(0, end).strip();
      if (protocol.equalsIgnoreCase("Q.850") && cause > 0 && cause < 128) {
        context.add(
            "Reason, Q.850 cause "
                + cause
                + ": "
                + Causes.q850((int) cause).orElse("A cause that is not known here."));
      } else if (protocol.equalsIgnoreCase("SIP") && cause >= 100 && cause < 700) {
        context.add(
            cause == 200
                ? "Reason, SIP 200: the call was completed elsewhere, on another phone."
                : "Reason, SIP " + cause + ": the other leg ended with this code.");
      }
    }
  }
}
