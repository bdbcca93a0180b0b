package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, and the way back from an offset in the new text to the old one. */
final class Patch {
  /**
   * A replacement.
   *
   * @param span what is replaced; of no length to insert
   * @param text what stands there afterwards
   */
  record Edit(Span span, String text) {}

  private final List<Edit> edits;
  private final int[] starts;

  private Patch(List<Edit> edits, int[] starts) {
    this.edits = edits;
    this.starts = starts;
  }

  /** {@return the patch of edits that don't overlap, given in any order} */
  static Patch of(List<Edit> unsorted) {
    List<Edit> edits = new ArrayList<>(unsorted);
    // Stable: what is inserted at one place stays in the order in which it was asked for.
    edits.sort(Comparator.comparingInt((Edit edit) -> edit.span().start()));
    int[] starts = new int[edits.size()];
    int shift = 0;
    for (int i = 0; i < starts.length; i++) {
      Edit edit = edits.get(i);
      starts[i] = edit.span().start() + shift;
      shift += edit.text().length() - (edit.span().end() - edit.span().start());
    }
    return new Patch(edits, starts);
  }

  /** {@return the new text} */
  String apply(String text) {
    StringBuilder result = new StringBuilder(text.length() + 64 * edits.size());
    int at = 0;
    for (Edit edit : edits) {
      result.append(text, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return result.append(text, at, text.length()).toString();
  }

  /** {@return the offset in the old text of an offset in the new one} */
  int origin(int offset) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return offset;
    }
    Edit edit = edits.get(low - 1);
    int behind = offset - starts[low - 1] - edit.text().length();
    return behind < 0 ? edit.span().start() : edit.span().end() + behind;
  }
}
