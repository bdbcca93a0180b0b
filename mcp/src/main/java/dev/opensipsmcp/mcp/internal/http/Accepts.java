package dev.opensipsmcp.mcp.internal.http;

import java.util.Locale;

/** Reads the headers that say which kinds of content a client sends and takes. */
final class Accepts {
  static final String JSON = "application/json";
  static final String EVENTS = "text/event-stream";

  private Accepts() {}

  /**
   * {@return whether an Accept header lets through a media type (RFC 9110, section 12.5.1)}
   *
   * @param header the header, empty when it was not sent, which accepts everything
   * @param type such as {@code application/json}
   */
  static boolean allows(String header, String type) {
    if (header.isBlank()) {
      return true;
    }
    String any = type.substring(0, type.indexOf('/') + 1) + '*';
    for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String name = name(range);
      if ((name.equals(type) || name.equals(any) || name.equals("*/*")) && !forbidden(range)) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether a Content-Type header says JSON} */
  static boolean isJson(String header) {
    return name(header.toLowerCase(Locale.ROOT)).equals(JSON);
  }

  private static String name(String range) {
    int parameters = range.indexOf(';');
    return (parameters < 0 ? range : range.substring(0, parameters)).strip();
  }

  /** A weight of zero forbids what it stands at. */
  private static boolean forbidden(String range) {
    for (String parameter : range.split(";", -1)) {
      String weight = parameter.strip();
      if (weight.equals("q=0") || weight.equals("q=0.0") || weight.equals("q=0.00")) {
        return true;
      }
    }
    return false;
  }
}
