package dev.opensipsmcp.server.toolset.registration;

/** SIP methods as the bit mask that a node keeps of a contact. */
final class Methods {
  /** All methods, as a phone gets that sends no Allow header. */
  static final long ALL = 4_294_967_295L;

  private static final String[] NAMES = {
    "INVITE",
    "CANCEL",
    "ACK",
    "BYE",
    "INFO",
    "OPTIONS",
    "UPDATE",
    "REGISTER",
    "MESSAGE",
    "SUBSCRIBE",
    "NOTIFY",
    "PRACK",
    "REFER",
    "PUBLISH",
    "other"
  };

  private Methods() {}

  /** {@return the names of a mask's methods, by commas; {@code all} or {@code none}} */
  static String of(long mask) {
    if (mask == ALL) {
      return "all";
    }
    StringBuilder names = new StringBuilder();
    for (int bit = 0; bit < NAMES.length; bit++) {
      if ((mask >> bit & 1) != 0) {
        names.append(names.isEmpty() ? "" : ",").append(NAMES[bit]);
      }
    }
    return names.isEmpty() ? "none" : names.toString();
  }
}
