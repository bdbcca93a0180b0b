package dev.opensipsmcp.sip.compare;

import dev.opensipsmcp.sip.message.HeaderValues;

/** What a difference usually means. */
final class Remarks {
  private Remarks() {}

  static String of(String where, String before, String after) {
    boolean added = before.isEmpty();
    boolean removed = after.isEmpty();
    return switch (where) {
      case "start line" -> "The target was changed on the way, or it is another message.";
      case "Via" ->
          added
              ? "A hop added itself."
              : removed
                  ? "A hop took itself out."
                  : "A hop changed what it knows of the one before, such as received and rport.";
      case "Record-Route" ->
          added ? "A proxy asks to stay in the path." : "The path of the dialog was changed.";
      case "Route" ->
          removed
              ? "A proxy took out its own address, having been reached."
              : "The path was changed.";
      case "Max-Forwards" -> hops(before, after);
      case "Contact" -> "Later requests go elsewhere: NAT was helped, or topology is hidden.";
      case "Call-ID", "CSeq" ->
          "It is another dialog: a back-to-back user agent stands between, or these are not the same message.";
      case "From", "To" ->
          "Either a tag came with the answer, or somebody rewrote the number or the tag.";
      case "P-Asserted-Identity", "Remote-Party-Id", "Privacy", "Diversion" ->
          "What is told of the caller's identity was changed.";
      case "Identity" -> "The signed identity was added, taken out or made anew.";
      case "Authorization", "Proxy-Authorization" ->
          "Credentials were added or taken out; a proxy takes out those for its own realm.";
      case "Content-Length" -> "The body's length changed.";
      default -> where.startsWith("sdp") ? sdp(before, after) : "";
    };
  }

  private static String hops(String before, String after) {
    long less = HeaderValues.number(before) - HeaderValues.number(after);
    return HeaderValues.number(before) < 0 || HeaderValues.number(after) < 0
        ? ""
        : less == 1 ? "One hop, as it should be." : "It fell by " + less + ".";
  }

  private static String sdp(String before, String after) {
    String line = before.isEmpty() ? after : before;
    if (line.startsWith("c=") || (line.startsWith("m=") && portOnly(before, after))) {
      return "Media goes elsewhere: a media relay, or NAT help.";
    }
    if (line.startsWith("m=")) {
      return "Codecs, profile or port of the media were changed.";
    }
    return line.startsWith("a=crypto") || line.startsWith("a=fingerprint")
        ? "Encryption of media was changed."
        : "";
  }

  private static boolean portOnly(String before, String after) {
    return before.replaceFirst(" [0-9]+ ", " ").equals(after.replaceFirst(" [0-9]+ ", " "));
  }
}
