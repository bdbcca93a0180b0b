package dev.opensipsmcp.facts.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks over the lines of a part. A line has fields that end with a tab, the last one with the line
 * feed; a field may be a list of words that are separated by one space.
 */
final class Rows {
  private final String text;
  private int at;
  private int end;

  Rows(String text) {
    this.text = text;
    this.end = -1;
  }

  /** Goes to the next line. {@return whether there is one} */
  boolean next() {
    at = end + 1;
    if (at >= text.length()) {
      return false;
    }
    int feed = text.indexOf('\n', at);
    end = feed < 0 ? text.length() : feed;
    return true;
  }

  /** {@return the next field of this line, empty after the last one} */
  String field() {
    if (at > end) {
      return "";
    }
    int tab = text.indexOf('\t', at);
    int stop = tab < 0 || tab > end ? end : tab;
    String field = text.substring(at, stop);
    at = stop + 1;
    return field;
  }

  /** {@return the next field of this line as its words} */
  List<String> words() {
    return words(field(), ' ');
  }

  /** {@return the parts of a text between the given separators, none of an empty text} */
  static List<String> words(String field, char separator) {
    if (field.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int to = field.indexOf(separator); to >= 0; to = field.indexOf(separator, from)) {
      words.add(field.substring(from, to));
      from = to + 1;
    }
    words.add(field.substring(from));
    return words;
  }
}
