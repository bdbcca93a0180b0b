package dev.opensipsmcp.sip.ladder;

import java.util.ArrayList;
import java.util.List;

/** One leg of a sample: writes the headers that all its messages have. */
record Dialogue(String callId, String caller, String callerTag, String callee, String calleeTag) {

  /** A request of the caller; a method, its CSeq, and the Vias it has by now. */
  String[] request(String method, int cseq, String target, String... vias) {
    return lines(
        method + " sip:" + target + " SIP/2.0", method, cseq, false, !outside(method), vias);
  }

  /** A request of the callee within the dialogue. */
  String[] back(String method, int cseq, String target, String... vias) {
    return lines(method + " sip:" + target + " SIP/2.0", method, cseq, true, true, vias);
  }

  /** A response to a request of the caller. */
  String[] response(String status, String method, int cseq, String... vias) {
    return lines("SIP/2.0 " + status, method, cseq, false, !status.startsWith("100"), vias);
  }

  /** A response to a request of the callee. */
  String[] responseBack(String status, String method, int cseq, String... vias) {
    return lines("SIP/2.0 " + status, method, cseq, true, true, vias);
  }

  private static boolean outside(String method) {
    return switch (method) {
      case "INVITE", "CANCEL", "REGISTER", "OPTIONS" -> true;
      default -> false;
    };
  }

  private String[] lines(
      String first, String method, int cseq, boolean back, boolean tagged, String... vias) {
    List<String> lines = new ArrayList<>();
    lines.add(first);
    for (String via : vias) {
      lines.add("Via: SIP/2.0/" + via);
    }
    String one = "<sip:" + caller + ">;tag=" + callerTag;
    String other = "<sip:" + callee + ">" + (tagged ? ";tag=" + calleeTag : "");
    lines.add("From: " + (back ? other : one));
    lines.add("To: " + (back ? one : other));
    lines.add("Call-ID: " + callId);
    lines.add("CSeq: " + cseq + " " + method);
    lines.add("Max-Forwards: 70");
    return lines.toArray(String[]::new);
  }
}
