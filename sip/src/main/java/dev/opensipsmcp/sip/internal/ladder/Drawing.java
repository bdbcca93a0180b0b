package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.internal.ladder.Scene.Anchor;
import dev.opensipsmcp.sip.internal.ladder.Scene.Box;
import dev.opensipsmcp.sip.internal.ladder.Scene.Dash;
import dev.opensipsmcp.sip.internal.ladder.Scene.Face;
import dev.opensipsmcp.sip.internal.ladder.Scene.Line;
import dev.opensipsmcp.sip.internal.ladder.Scene.Shape;
import dev.opensipsmcp.sip.internal.ladder.Scene.Text;
import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Draws a sheet: title, verdict, heads, arrows, legend, from top to bottom. */
final class Drawing {
  private static final double PAD = 28;
  private static final double HEAD = 46;
  private static final int REPEAT_HEADS = 18;

  private final Sheet sheet;
  private final Verdict verdict;
  private final boolean legs;
  private final Columns columns;
  private final List<Shape> ground = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final double width;
  private double y;

  private Drawing(Ladder ladder) {
    this.sheet = Sheet.of(ladder);
    this.verdict = ladder.verdict();
    this.legs = ladder.legs().size() > 1;
    this.columns = Columns.of(sheet, legs, PAD);
    double titled = Letters.width(sheet.title(), Face.BOLD, 20) + 2 * PAD;
    double legend = 2 * PAD + Legend.WIDTH;
    this.width =
        Math.ceil(Math.max(columns.right() + PAD, Math.max(Math.min(titled, 900), legend)));
  }

  static Scene of(Ladder ladder) {
    Drawing drawing = new Drawing(ladder);
    drawing.all();
    List<Shape> all = new ArrayList<>(drawing.ground);
    all.addAll(drawing.shapes);
    return new Scene(
        drawing.sheet.title(),
        drawing.sheet.caption(),
        (int) drawing.width,
        (int) Math.ceil(drawing.y),
        all);
  }

  private void all() {
    y = PAD + 16;
    text(PAD, y, 20, Face.BOLD, Ink.TEXT, fit(sheet.title(), Face.BOLD, 20));
    y += 22;
    text(PAD, y, 12.5, Face.SANS, Ink.MUTED, fit(sheet.subtitle(), Face.SANS, 12.5));
    y += 18;
    caption();
    y += 20;
    if (!sheet.heads().isEmpty()) {
      double top = y;
      heads(y);
      y += HEAD + 18;
      sheet.lines().forEach(this::line);
      y += 6;
      boolean again = sheet.lines().size() > REPEAT_HEADS;
      lifelines(top + HEAD, again ? y : y + 4);
      if (again) {
        heads(y);
        y += HEAD;
      }
      y += 26;
      y = Legend.draw(shapes, sheet, legs, PAD, y, width - PAD);
    }
    y += PAD - 6;
  }

  private String fit(String text, Face face, double size) {
    return Letters.cut(text, face, size, width - 2 * PAD);
  }

  /** The verdict: its grade is told by a sign and a word, and not by colour alone. */
  private void caption() {
    Ink ink =
        switch (verdict.grade()) {
          case GOOD -> Ink.GOOD;
          case DOUBTFUL -> Ink.WARN;
          case FAILED -> Ink.BAD;
          case UNKNOWN -> Ink.MUTED;
        };
    Ink tint =
        switch (verdict.grade()) {
          case GOOD -> Ink.GOOD_TINT;
          case DOUBTFUL -> Ink.WARN_TINT;
          case FAILED -> Ink.BAD_TINT;
          case UNKNOWN -> Ink.CARD;
        };
    String word =
        switch (verdict.grade()) {
          case GOOD -> "Good";
          case DOUBTFUL -> "Look closer";
          case FAILED -> "Failed";
          case UNKNOWN -> "Not known";
        };
    double left = PAD + 18 + Letters.width(word, Face.BOLD, 13) + 34;
    List<String> lines =
        Letters.wrap(
            sheet.verdict() + ' ' + sheet.evidence().replace(' ', '\u00a0'),
            Face.SANS,
            13,
            width - PAD - left - 14);
    double height = 18.0 * lines.size() + 18;
    shapes.add(new Box(PAD, y, width - 2 * PAD, height, 8, tint, tint));
    shapes.add(new Box(PAD, y, 4, height, 2, ink, ink));
    Signs.grade(shapes, verdict.grade(), PAD + 22, y + 18, ink);
    text(PAD + 36, y + 22.5, 13, Face.BOLD, ink, word);
    for (int at = 0; at < lines.size(); at++) {
      text(left, y + 22.5 + 18 * at, 13, Face.SANS, Ink.TEXT, lines.get(at));
    }
    y += height;
  }

  private void heads(double top) {
    for (int at = 0; at < sheet.heads().size(); at++) {
      Sheet.Head head = sheet.heads().get(at);
      double half = columns.headWidth(at) / 2;
      double x = columns.x(at);
      shapes.add(new Box(x - half, top, 2 * half, HEAD, 8, Ink.CARD, Ink.EDGE));
      boolean one = head.detail().isEmpty();
      middle(x, top + (one ? 28 : 20), 13.5, Face.BOLD, Ink.TEXT, head.name());
      if (!one) {
        middle(x, top + 36, 11, Face.MONO, Ink.MUTED, head.detail());
      }
    }
  }

  private void lifelines(double from, double to) {
    for (int at = 0; at < sheet.heads().size(); at++) {
      double x = columns.x(at);
      ground.add(new Line(x, from, x, to, Ink.LIFE, 1.2, Dash.SOLID));
    }
  }

  private void line(Sheet.Line line) {
    switch (line) {
      case Sheet.Pause(String text) -> pause(text);
      case Sheet.Step step -> step(step);
    }
  }

  private void pause(String text) {
    y += 7;
    double wide = Letters.width(text, Face.SANS, 11) + 20;
    double end = PAD + columns.timeWidth() + columns.numberWidth() + 6;
    double begin = Math.max(PAD - 12, end - wide);
    double to = columns.x(sheet.heads().size() - 1) + 24;
    shapes.add(new Line(begin + wide + 6, y + 4, to, y + 4, Ink.EDGE, 1.2, Dash.FINE));
    shapes.add(new Box(begin, y - 6, wide, 20, 10, Ink.CARD, Ink.EDGE));
    middle(begin + wide / 2, y + 8, 11, Face.SANS, Ink.MUTED, text);
    y += 25;
  }

  private void step(Sheet.Step step) {
    Arrow arrow = step.arrow();
    boolean repeat = arrow.isRepeat();
    Ink ink = ink(arrow);
    double top = y;
    double at = y + 20;
    gutter(step, at);
    if (arrow.from() == arrow.to()) {
      Signs.loop(shapes, columns.x(arrow.from()), at, ink);
      label(step, columns.x(arrow.from()) + 34, at + 4, Anchor.START, ink);
    } else {
      double from = columns.x(arrow.from());
      double to = columns.x(arrow.to());
      double sense = Math.signum(to - from);
      boolean request = arrow.kind() == Arrow.Kind.REQUEST || arrow.kind() == Arrow.Kind.BROKEN;
      Dash dash = repeat ? Dash.DOTTED : request ? Dash.SOLID : Dash.DASHED;
      shapes.add(new Line(from + sense * 2, at, to - sense * 9, at, ink, repeat ? 1.3 : 1.8, dash));
      Signs.head(shapes, to - sense * 1.5, at, sense, ink, repeat);
      label(step, (from + to) / 2, at - 6.5, Anchor.MIDDLE, ink);
    }
    double under = at + 15.5;
    for (Sheet.Note note : step.notes()) {
      note(arrow, note, under);
      under += 15;
    }
    y = top + (repeat ? 34 : 38) + 15.0 * step.notes().size();
  }

  private static Ink ink(Arrow arrow) {
    if (arrow.isRepeat()) {
      return Ink.MUTED;
    }
    return switch (arrow.kind()) {
      case FAILURE, BROKEN -> Ink.BAD;
      case CHALLENGE, REDIRECT -> Ink.WARN;
      case REQUEST, PROVISIONAL, SUCCESS -> Ink.leg(arrow.leg());
    };
  }

  private void gutter(Sheet.Step step, double at) {
    Ink ink = step.arrow().isRepeat() ? Ink.MUTED : Ink.TEXT;
    double x = PAD + columns.timeWidth();
    shapes.add(new Text(x, at + 4, Anchor.END, 11.5, Face.MONO, ink, step.time()));
    shapes.add(
        new Text(
            x + columns.numberWidth(),
            at + 4,
            Anchor.END,
            11,
            Face.MONO,
            Ink.MUTED,
            "#" + step.arrow().number()));
    if (legs) {
      int leg = step.arrow().leg();
      Signs.leg(shapes, x + columns.numberWidth() + 18, at, leg);
    }
  }

  private void label(Sheet.Step step, double x, double at, Anchor anchor, Ink ink) {
    Arrow arrow = step.arrow();
    Face face = arrow.isRepeat() ? Face.SANS : Face.BOLD;
    double room = columns.room(arrow) - Columns.SIGN - Letters.width(step.detail(), Face.SANS, 11);
    String label = Letters.cut(step.label(), face, 13, Math.max(60, room));
    double labelWidth = Letters.width(label, face, 13);
    double detailWidth =
        step.detail().isEmpty() ? 0 : Letters.width(step.detail(), Face.SANS, 11) + 8;
    boolean sign = Signs.has(arrow);
    double all = labelWidth + detailWidth + (sign ? Columns.SIGN : 0);
    double left = anchor == Anchor.MIDDLE ? x - all / 2 : x;
    if (crosses(arrow)) {
      shapes.add(new Box(left - 5, at - 12, all + 10, 15, 3, Ink.PAPER, Ink.PAPER));
    }
    if (sign) {
      Signs.kind(shapes, arrow, left + 6, at - 4.5, ink);
      left += Columns.SIGN;
    }
    // Widths are estimated on the safe side, so the two parts are set from their common border.
    shapes.add(new Text(left + labelWidth, at, Anchor.END, 13, face, ink, label));
    if (detailWidth > 0) {
      text(left + labelWidth + 8, at, 11, Face.SANS, Ink.MUTED, step.detail());
    }
  }

  private void note(Arrow arrow, Sheet.Note note, double at) {
    Ink ink = note.kind() == Sheet.Sort.NAT ? Ink.WARN : Ink.MUTED;
    Face face = note.kind() == Sheet.Sort.SDP ? Face.MONO : Face.SANS;
    double size = note.kind() == Sheet.Sort.SDP ? 10.5 : 11;
    String text = Letters.cut(note.text(), face, size, columns.room(arrow) - 14);
    boolean sign = note.kind() == Sheet.Sort.NAT;
    boolean loop = arrow.from() == arrow.to();
    double x =
        loop ? columns.x(arrow.from()) + 34 : (columns.x(arrow.from()) + columns.x(arrow.to())) / 2;
    double wide = Letters.width(text, face, size);
    if (crosses(arrow)) {
      shapes.add(new Box(x - wide / 2 - 20, at - 10, wide + 40, 13, 3, Ink.PAPER, Ink.PAPER));
    }
    if (sign) {
      double left = loop ? x : x - wide / 2 - 7;
      Signs.warning(shapes, left, at - 3.8, ink);
      text(left + 12, at, size, face, ink, text);
    } else if (loop) {
      text(x, at, size, face, ink, text);
    } else {
      middle(x, at, size, face, ink, text);
    }
  }

  /** Whether lifelines of others run through what stands on an arrow. */
  private static boolean crosses(Arrow arrow) {
    return Math.abs(arrow.from() - arrow.to()) > 1;
  }

  private void text(double x, double at, double size, Face face, Ink ink, String text) {
    if (!text.isEmpty()) {
      shapes.add(new Text(x, at, Anchor.START, size, face, ink, text));
    }
  }

  private void middle(double x, double at, double size, Face face, Ink ink, String text) {
    shapes.add(new Text(x, at, Anchor.MIDDLE, size, face, ink, text));
  }
}
