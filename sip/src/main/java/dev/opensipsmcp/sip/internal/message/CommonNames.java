package dev.opensipsmcp.sip.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Names that nearly every message has, so that they are not made anew for each. */
final class CommonNames {
  private static final String[] NAMES = {
    "Via",
    "From",
    "To",
    "Call-ID",
    "CSeq",
    "Max-Forwards",
    "Contact",
    "Content-Length",
    "Content-Type",
    "Route",
    "Record-Route",
    "User-Agent",
    "Server",
    "Allow",
    "Supported",
    "Require",
    "Expires",
    "Authorization",
    "Proxy-Authorization",
    "WWW-Authenticate",
    "Proxy-Authenticate",
    "Subject",
    "Accept",
    "Date",
    "Event",
    "Session-Expires",
    "Min-SE",
    "P-Asserted-Identity",
    "Privacy",
    "Reason",
    "Warning",
    "Identity",
    "Path",
    "Refer-To",
    "Remote-Party-ID",
    "Diversion",
    "Allow-Events",
    "Subscription-State",
    "v",
    "f",
    "t",
    "i",
    "m",
    "l",
    "c",
    "k",
    "s"
  };

  /** Four times as many places as names, so that few share one. */
  private static final int MASK = 255;

  private static final String[] TABLE = new String[MASK + 1];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      TABLE[i] = "";
    }
    for (String name : NAMES) {
      byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
      TABLE[place(bytes, 0, bytes.length)] = name;
    }
  }

  private CommonNames() {}

  /** {@return all of them but the compact ones} */
  static List<String> all() {
    return Arrays.stream(NAMES).filter(name -> name.length() > 1).toList();
  }

  private static int place(byte[] bytes, int from, int to) {
    int length = to - from;
    return bytes[from] * 7 + bytes[to - 1] * 31 + bytes[from + length / 2] * 3 + length * 13 & MASK;
  }

  /** {@return the name that the bytes write, as they write it} */
  static String of(byte[] bytes, int from, int to) {
    if (from == to) {
      return "";
    }
    String name = TABLE[place(bytes, from, to)];
    return name.length() == to - from && Ascii.startsWith(bytes, from, to, name)
        ? name
        : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
