package dev.opensipsmcp.sip.internal.message;

/**
 * Finds where in an address its user, host and tag stand. Writes each as start and end into the
 * place of an array that it is given.
 */
public final class AddressSpans {
  private AddressSpans() {}

  /** Finds them in the value of From, To or Contact. */
  public static void address(
      byte[] bytes, int start, int end, int[] spans, int user, int host, int tag) {
    int at = start < end && bytes[start] == '"' ? overQuoted(bytes, start, end) : start;
    int open = at;
    while (open < end && bytes[open] != '<' && bytes[open] != '"') {
      open++;
    }
    int parameters;
    if (open < end && bytes[open] == '<') {
      int close = indexOf(bytes, open, end, '>');
      uri(bytes, open + 1, close, spans, user, host);
      parameters = Math.min(close + 1, end);
    } else {
      parameters = at;
      while (parameters < end && bytes[parameters] != ';' && bytes[parameters] != ',') {
        parameters++;
      }
      uri(bytes, at, parameters, spans, user, host);
    }
    tag(bytes, parameters, end, spans, tag);
  }

  /**
   * Finds the user of a SIP URI, or the number of a tel URI, and the host.
   *
   * @param host where the host goes; negative when it is not wanted
   */
  public static void uri(byte[] bytes, int from, int to, int[] spans, int user, int host) {
    int start = Ascii.overBlanks(bytes, from, to);
    int end = Ascii.backOverBlanks(bytes, start, to);
    int colon = indexOf(bytes, start, end, ':');
    if (Ascii.same(bytes, start, colon, "tel")) {
      int number = indexOf(bytes, colon, end, ';');
      put(spans, user, Math.min(colon + 1, end), number);
      return;
    }
    if (!Ascii.same(bytes, start, colon, "sip") && !Ascii.same(bytes, start, colon, "sips")) {
      return;
    }
    int at = end - 1;
    while (at > colon && bytes[at] != '@') {
      at--;
    }
    int place = Math.min(colon + 1, end);
    if (at > colon) {
      put(spans, user, colon + 1, indexOf(bytes, colon + 1, at, ':'));
      place = at + 1;
    }
    if (host >= 0) {
      host(bytes, place, end, spans, host);
    }
  }

  private static void host(byte[] bytes, int start, int end, int[] spans, int host) {
    if (start < end && bytes[start] == '[') {
      put(spans, host, start + 1, indexOf(bytes, start, end, ']'));
      return;
    }
    int at = start;
    while (at < end && bytes[at] != ':' && bytes[at] != ';' && bytes[at] != '?') {
      at++;
    }
    put(spans, host, start, at);
  }

  private static void tag(byte[] bytes, int from, int end, int[] spans, int tag) {
    int at = from;
    while (at < end && bytes[at] != ',') {
      if (bytes[at] == '"') {
        at = overQuoted(bytes, at, end);
      } else if (bytes[at] == ';') {
        int name = Ascii.overBlanks(bytes, at + 1, end);
        int stop = name;
        while (stop < end && bytes[stop] != '=' && bytes[stop] != ';' && bytes[stop] != ',') {
          stop++;
        }
        if (stop < end
            && bytes[stop] == '='
            && Ascii.same(bytes, name, Ascii.backOverBlanks(bytes, name, stop), "tag")) {
          int value = Ascii.overBlanks(bytes, stop + 1, end);
          int valueEnd = value;
          while (valueEnd < end && bytes[valueEnd] != ';' && bytes[valueEnd] != ',') {
            valueEnd++;
          }
          put(spans, tag, value, Ascii.backOverBlanks(bytes, value, valueEnd));
          return;
        }
        at = stop == at ? at + 1 : stop;
      } else {
        at++;
      }
    }
  }

  /** {@return behind the quoted text that begins here} */
  private static int overQuoted(byte[] bytes, int start, int end) {
    int at = start + 1;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, end);
  }

  private static int indexOf(byte[] bytes, int from, int end, char wanted) {
    int at = from;
    while (at < end && bytes[at] != wanted) {
      at++;
    }
    return Math.min(at, end);
  }

  private static void put(int[] spans, int at, int start, int end) {
    spans[at] = start;
    spans[at + 1] = Math.max(start, end);
  }
}
