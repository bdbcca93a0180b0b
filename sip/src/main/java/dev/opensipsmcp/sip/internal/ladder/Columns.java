package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.internal.ladder.Scene.Face;
import dev.opensipsmcp.sip.ladder.Arrow;
import java.util.Arrays;

/** Where the columns of a drawing stand, so that what is on its arrows fits between them. */
final class Columns {
  /** The room of a sign before a label. */
  static final double SIGN = 17;

  private static final double LEAST = 168;
  private static final double MOST = 400;
  private static final double AROUND = 36;

  private final double[] x;
  private final double[] heads;
  private final double timeWidth;
  private final double numberWidth;
  private final double gutter;
  private final double right;

  private Columns(
      double[] x,
      double[] heads,
      double timeWidth,
      double numberWidth,
      double gutter,
      double right) {
    this.x = x;
    this.heads = heads;
    this.timeWidth = timeWidth;
    this.numberWidth = numberWidth;
    this.gutter = gutter;
    this.right = right;
  }

  static Columns of(Sheet sheet, boolean legs, double left) {
    int count = sheet.heads().size();
    double[] heads = new double[count];
    for (int at = 0; at < count; at++) {
      Sheet.Head head = sheet.heads().get(at);
      double text =
          Math.max(
              Letters.width(head.name(), Face.BOLD, 13.5),
              Letters.width(head.detail(), Face.MONO, 11));
      heads[at] = Math.max(116, text + 28);
    }
    double[] gaps = new double[Math.max(0, count - 1)];
    for (int at = 0; at < gaps.length; at++) {
      gaps[at] = Math.max(LEAST, (heads[at] + heads[at + 1]) / 2 + 24);
    }
    int times = 6;
    int numbers = 2;
    double beyond = 0;
    for (Sheet.Line line : sheet.lines()) {
      if (line instanceof Sheet.Step step) {
        times = Math.max(times, step.time().length());
        numbers = Math.max(numbers, Integer.toString(step.arrow().number()).length() + 1);
        widen(gaps, step);
        if (step.arrow().from() == step.arrow().to() && step.arrow().from() == count - 1) {
          beyond = Math.max(beyond, Math.min(MOST, need(step)) + 34);
        }
      }
    }
    double timeWidth = Letters.width("0".repeat(times), Face.MONO, 11.5);
    double numberWidth = Letters.width("0".repeat(numbers), Face.MONO, 11) + 12;
    double gutter = timeWidth + numberWidth + (legs ? 34 : 0) + 22;
    double[] x = new double[count];
    for (int at = 0; at < count; at++) {
      x[at] = at == 0 ? left + gutter + heads[0] / 2 : x[at - 1] + gaps[at - 1];
    }
    double right =
        count == 0 ? left + gutter : x[count - 1] + Math.max(heads[count - 1] / 2, beyond);
    return new Columns(x, heads, timeWidth, numberWidth, gutter, right);
  }

  /** Widens evenly what an arrow spans, up to what is still pleasant to read. */
  private static void widen(double[] gaps, Sheet.Step step) {
    int low = Math.min(step.arrow().from(), step.arrow().to());
    int high = Math.max(step.arrow().from(), step.arrow().to());
    if (low == high) {
      if (low < gaps.length) {
        gaps[low] = Math.max(gaps[low], Math.min(MOST, need(step) + 34 + AROUND));
      }
      return;
    }
    double have = Arrays.stream(gaps, low, high).sum();
    double lack = Math.min(MOST * (high - low), need(step) + AROUND) - have;
    for (int at = low; at < high && lack > 0; at++) {
      gaps[at] += lack / (high - low);
    }
  }

  private static double need(Sheet.Step step) {
    Face face = step.arrow().isRepeat() ? Face.SANS : Face.BOLD;
    double need =
        Letters.width(step.label(), face, 13)
            + (step.detail().isEmpty() ? 0 : Letters.width(step.detail(), Face.SANS, 11) + 8)
            + (Signs.has(step.arrow()) ? SIGN : 0);
    for (Sheet.Note note : step.notes()) {
      need =
          Math.max(
              need,
              note.kind() == Sheet.Sort.SDP
                  ? Letters.width(note.text(), Face.MONO, 10.5) + 14
                  : Letters.width(note.text(), Face.SANS, 11) + 28);
    }
    return need;
  }

  double x(int participant) {
    return x[participant];
  }

  double headWidth(int participant) {
    return heads[participant];
  }

  /** {@return how wide a text on an arrow may be} */
  double room(Arrow arrow) {
    return arrow.from() == arrow.to()
        ? (arrow.from() + 1 < x.length ? x[arrow.from() + 1] : right) - x[arrow.from()] - 40
        : Math.abs(x[arrow.from()] - x[arrow.to()]) - 20;
  }

  double timeWidth() {
    return timeWidth;
  }

  double numberWidth() {
    return numberWidth;
  }

  double gutter() {
    return gutter;
  }

  double right() {
    return right;
  }
}
