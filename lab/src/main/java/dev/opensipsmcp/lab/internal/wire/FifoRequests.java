package dev.opensipsmcp.lab.internal.wire;

import java.util.ArrayList;
import java.util.List;

/** Tells apart requests of several clients that one read brought together. */
final class FifoRequests {
  private FifoRequests() {}

  /** Splits before each {@code :NAME:} that follows a whole JSON value. */
  static List<String> split(String text) {
    List<String> requests = new ArrayList<>();
    int begin = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (quoted) {
        if (next == '\\') {
          i++;
        }
        quoted = next != '"';
      } else {
        quoted = next == '"';
        if (next == '{' || next == '[') {
          depth++;
        } else if (next == '}' || next == ']') {
          depth--;
          if (depth == 0) {
            requests.add(text.substring(begin, i + 1).strip());
            begin = i + 1;
          }
        }
      }
    }
    String rest = text.substring(begin).strip();
    if (!rest.isEmpty()) {
      requests.add(rest);
    }
    return requests;
  }
}
