package dev.opensipsmcp.cfg.internal.parse;

/** Where an unquoted address or network ends, as OpenSIPS's lexer finds it. */
final class Addresses {
  /** Eight groups of four digits and the colons between them. */
  private static final int LONGEST_V6 = 39;

  private final String text;

  Addresses(String text) {
    this.text = text;
  }

  /** {@return the end of the address or network that begins at start; start when there is none} */
  int end(int start) {
    int end = Math.max(v4(start), v6(start));
    if (end == start || !Characters.is(text, end, '/')) {
      return end;
    }
    int mask = Math.max(number(end + 1), Math.max(v4(end + 1), v6(end + 1)));
    return mask == end + 1 ? end : mask;
  }

  private int v4(int start) {
    int at = start;
    for (int group = 0; group < 4; group++) {
      int end = number(at);
      if (end == at || (group < 3 && !Characters.is(text, end, '.'))) {
        return start;
      }
      at = group < 3 ? end + 1 : end;
    }
    return at;
  }

  private int number(int start) {
    if (Characters.is(text, start, '0')) {
      return start + 1;
    }
    int at = start;
    while (at < text.length() && Characters.digit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int v6(int start) {
    int limit = Math.min(text.length(), start + LONGEST_V6);
    int end = start;
    boolean colon = false;
    while (end < limit && (text.charAt(end) == ':' || Characters.hex(text.charAt(end)))) {
      colon |= text.charAt(end) == ':';
      if (!colon && end - start >= 4) {
        return start;
      }
      end++;
    }
    while (colon && end > start && !complete(start, end)) {
      end--;
    }
    return colon ? end : start;
  }

  /** Whether a part is an IPv6 address: eight groups, or fewer with one double colon. */
  private boolean complete(int start, int end) {
    int groups = 0;
    int gaps = 0;
    int at = start;
    while (at < end) {
      int from = at;
      while (at < end && Characters.hex(text.charAt(at))) {
        at++;
      }
      if (at - from > 4) {
        return false;
      }
      groups += at > from ? 1 : 0;
      if (at == end) {
        break;
      }
      if (at + 1 < end && text.charAt(at + 1) == ':') {
        gaps++;
        at += 2;
        if (at < end && text.charAt(at) == ':') {
          return false;
        }
      } else if (at == from || ++at == end) {
        return false;
      }
    }
    return (gaps == 1 && groups < 15) || (gaps == 0 && groups == 8);
  }
}
