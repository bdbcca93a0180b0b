package dev.opensipsmcp.cfg.diff;

import dev.opensipsmcp.cfg.internal.text.Gap;
import dev.opensipsmcp.cfg.internal.text.Lines;
import dev.opensipsmcp.cfg.internal.text.Sequences;
import java.util.ArrayList;
import java.util.List;

/** A difference as {@code diff -u} writes it and {@code patch} and {@code git apply} take it. */
public final class UnifiedDiff {
  /** Lines around a change, as everybody has them. */
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * {@return the difference; empty when the texts are equal}
   *
   * @param oldName the name of the former file
   * @param before its text
   * @param newName the name of the new file
   * @param after its text
   */
  public static String of(String oldName, String before, String newName, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(Lines.of(before), Lines.of(after));
    diff.out.append("--- ").append(oldName).append('\n');
    diff.out.append("+++ ").append(newName).append('\n');
    for (List<Gap> hunk : hunks(Sequences.gaps(diff.before, diff.after))) {
      diff.write(hunk);
    }
    return diff.out.toString();
  }

  /** Puts together what shares its context. */
  private static List<List<Gap>> hunks(List<Gap> gaps) {
    List<List<Gap>> hunks = new ArrayList<>();
    int end = Integer.MIN_VALUE / 2;
    for (Gap gap : gaps) {
      if (gap.oldFrom() - end > 2 * CONTEXT) {
        hunks.add(new ArrayList<>());
      }
      hunks.getLast().add(gap);
      end = gap.oldTo();
    }
    return hunks;
  }

  private void write(List<Gap> hunk) {
    Gap first = hunk.getFirst();
    Gap last = hunk.getLast();
    int lead = Math.min(CONTEXT, first.oldFrom());
    int trail = Math.min(CONTEXT, before.size() - last.oldTo());
    int from = first.oldFrom() - lead;
    out.append("@@ -").append(range(from, last.oldTo() + trail));
    out.append(" +").append(range(first.newFrom() - lead, last.newTo() + trail)).append(" @@\n");
    int at = from;
    for (Gap gap : hunk) {
      lines(' ', before, at, gap.oldFrom());
      lines('-', before, gap.oldFrom(), gap.oldTo());
      lines('+', after, gap.newFrom(), gap.newTo());
      at = gap.oldTo();
    }
    lines(' ', before, at, last.oldTo() + trail);
  }

  /** An empty range names the line before it, as POSIX has it. */
  private static String range(int from, int to) {
    int count = to - from;
    int start = count == 0 ? from : from + 1;
    return count == 1 ? String.valueOf(start) : start + "," + count;
  }

  private void lines(char mark, List<String> lines, int from, int to) {
    for (String line : lines.subList(from, to)) {
      out.append(mark).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
