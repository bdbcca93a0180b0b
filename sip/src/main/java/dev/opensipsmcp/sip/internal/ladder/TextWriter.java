package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a sheet in characters of one width. */
public final class TextWriter {
  private static final int GUTTER = 11;
  private static final int LEAST = 16;
  private static final int MOST = 44;

  private final Sheet sheet;
  private final TextStyle style;
  private final boolean legs;
  private final int[] columns;
  private final int width;
  private final StringBuilder out = new StringBuilder(8_192);

  private TextWriter(Ladder ladder, TextStyle style) {
    this.sheet = Sheet.of(ladder);
    this.style = style;
    this.legs = ladder.legs().size() > 1;
    this.columns = columns();
    this.width =
        Math.max(
            style.width(), columns.length == 0 ? 0 : columns[columns.length - 1] + LEAST / 2 + 2);
  }

  /** {@return the text, with a line break at its end} */
  public static String write(Ladder ladder, TextStyle style) {
    TextWriter writer = new TextWriter(ladder, style);
    writer.all();
    return writer.out.toString();
  }

  private void all() {
    out.append(ascii(sheet.title())).append('\n');
    if (!sheet.subtitle().isEmpty()) {
      out.append(ascii(sheet.subtitle())).append('\n');
    }
    wrapped(sheet.caption(), "");
    if (legs) {
      for (int leg = 0; leg < sheet.legs().size(); leg++) {
        out.append(ascii("Leg " + (leg + 1) + ": " + sheet.legs().get(leg))).append('\n');
      }
    }
    if (columns.length > 0) {
      out.append('\n');
      heads();
      sheet.lines().forEach(this::line);
    }
  }

  /** As wide as the labels between two neighbours need, within what the width allows. */
  private int[] columns() {
    int count = sheet.heads().size();
    if (count == 0) {
      return new int[0];
    }
    int[] need = new int[Math.max(0, count - 1)];
    Arrays.fill(need, LEAST);
    for (int at = 0; at < need.length; at++) {
      int both =
          (sheet.heads().get(at).name().length() + sheet.heads().get(at + 1).name().length()) / 2;
      need[at] = Math.clamp(both + 3L, LEAST, MOST);
    }
    for (Sheet.Line line : sheet.lines()) {
      if (line instanceof Sheet.Step step
          && Math.abs(step.arrow().from() - step.arrow().to()) == 1) {
        int pair = Math.min(step.arrow().from(), step.arrow().to());
        int wide = label(step, true).length() + 8;
        for (Sheet.Note note : step.notes()) {
          wide = Math.max(wide, note.text().length() + 6);
        }
        need[pair] = Math.clamp(wide, need[pair], MOST);
      }
    }
    int margin = Math.max(half(0), 4);
    int room = style.width() - GUTTER - margin - LEAST / 2;
    int sum = Arrays.stream(need).sum();
    int[] columns = new int[count];
    columns[0] = GUTTER + margin;
    for (int at = 0; at < need.length; at++) {
      int wide = sum <= room ? need[at] : Math.max(LEAST, need[at] * room / sum);
      columns[at + 1] = columns[at] + wide;
    }
    return columns;
  }

  private int half(int column) {
    Sheet.Head head = sheet.heads().get(column);
    return Math.min(LEAST, Math.max(head.name().length(), head.detail().length()) / 2);
  }

  private void heads() {
    char[] names = blank();
    char[] details = blank();
    boolean detailed = false;
    for (int at = 0; at < columns.length; at++) {
      int left = at == 0 ? GUTTER : (columns[at - 1] + columns[at]) / 2 + 1;
      int right = at + 1 < columns.length ? (columns[at] + columns[at + 1]) / 2 : width;
      centred(names, left, right, columns[at], sheet.heads().get(at).name());
      centred(details, left, right, columns[at], sheet.heads().get(at).detail());
      detailed |= !sheet.heads().get(at).detail().isEmpty();
    }
    put(names);
    if (detailed) {
      put(details);
    }
    put(lifelines());
  }

  private void centred(char[] row, int left, int right, int middle, String text) {
    String shown = cut(ascii(text), right - left);
    int from =
        Math.clamp(middle - shown.length() / 2, left, Math.max(left, right - shown.length()));
    write(row, from, shown);
  }

  private void line(Sheet.Line line) {
    switch (line) {
      case Sheet.Pause(String text) -> {
        char[] row = lifelines();
        for (int column : columns) {
          row[column] = style.ascii() ? ':' : '┆';
        }
        write(
            row,
            Math.max(0, GUTTER - 2 - text.length() - 2),
            style.ascii() ? "~ " + text : "⋮ " + text);
        put(row);
      }
      case Sheet.Step step -> step(step);
    }
  }

  private void step(Sheet.Step step) {
    Arrow arrow = step.arrow();
    char[] row = lifelines();
    write(row, Math.max(0, GUTTER - 2 - step.time().length()), step.time());
    List<String> below = new ArrayList<>();
    int low = columns[Math.min(arrow.from(), arrow.to())];
    if (arrow.from() == arrow.to()) {
      write(
          row,
          low + 1,
          cut((style.ascii() ? "<- " : "⤶ ") + ascii(label(step, true)), width - low - 1));
    } else {
      int high = columns[Math.max(arrow.from(), arrow.to())];
      arrow(row, low, high, arrow, label(step, high - low - 7));
    }
    put(row);
    step.notes().forEach(note -> below.add(ascii(note.text())));
    for (String note : below) {
      char[] under = lifelines();
      write(under, low + 2, cut("  " + note, width - low - 2));
      put(under);
    }
  }

  private void arrow(char[] row, int low, int high, Arrow arrow, String label) {
    boolean right = arrow.to() > arrow.from();
    boolean response = arrow.kind() != Arrow.Kind.REQUEST && arrow.kind() != Arrow.Kind.BROKEN;
    char dash =
        arrow.isRepeat()
            ? (style.ascii() ? '.' : '┄')
            : response ? (style.ascii() ? '-' : '╌') : (style.ascii() ? '=' : '─');
    Arrays.fill(row, low + 1, high, dash);
    if (right) {
      row[high - 1] = style.ascii() ? '>' : '▶';
    } else {
      row[low + 1] = style.ascii() ? '<' : '◀';
    }
    int room = high - low - 5;
    String shown = " " + cut(label, Math.max(1, room - 2)) + " ";
    int from = low + 1 + (high - low - 1 - shown.length()) / 2;
    write(row, Math.max(low + 2, from), shown);
  }

  /** CSeq stands there where it has room. */
  private String label(Sheet.Step step, int room) {
    String whole = ascii(label(step, true));
    return whole.length() <= room || step.arrow().isRepeat() ? whole : ascii(label(step, false));
  }

  private String label(Sheet.Step step, boolean detailed) {
    Arrow arrow = step.arrow();
    String mark = arrow.kind() == Arrow.Kind.FAILURE ? (style.ascii() ? "x " : "✗ ") : "";
    String leg = legs ? "[" + (arrow.leg() + 1) + "] " : "";
    String detail = detailed && !step.detail().isEmpty() ? ", " + step.detail() : "";
    return "#" + arrow.number() + " " + leg + mark + step.label() + detail;
  }

  private char[] blank() {
    char[] row = new char[Math.max(width, 1) + 1];
    Arrays.fill(row, ' ');
    return row;
  }

  private char[] lifelines() {
    char[] row = blank();
    for (int column : columns) {
      row[column] = style.ascii() ? '|' : '│';
    }
    return row;
  }

  private static void write(char[] row, int from, String text) {
    for (int at = 0; at < text.length() && from + at < row.length; at++) {
      row[from + at] = text.charAt(at);
    }
  }

  private void put(char[] row) {
    out.append(new String(row).stripTrailing()).append('\n');
  }

  private String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return most < 2 ? "" : text.substring(0, most - 1) + (style.ascii() ? '~' : '…');
  }

  private void wrapped(String text, String indent) {
    int from = 0;
    String all = ascii(text);
    int most = Math.max(40, style.width()) - indent.length();
    while (all.length() - from > most) {
      int blank = all.lastIndexOf(' ', from + most);
      int to = blank <= from ? from + most : blank;
      out.append(indent).append(all, from, to).append('\n');
      from = blank <= from ? to : to + 1;
    }
    out.append(indent).append(all.substring(from)).append('\n');
  }

  /** Each character takes one place: what would take none or two becomes a question mark. */
  private String ascii(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (point < 127) {
            plain.append((char) point);
          } else if (style.ascii()) {
            plain.append(point == '·' ? "-" : point == '…' ? "~" : "?");
          } else {
            plain.append(narrow(point) ? Character.toString(point) : "?");
          }
        });
    return plain.toString();
  }

  private static boolean narrow(int point) {
    return (point < 0x1100 && Character.getType(point) != Character.NON_SPACING_MARK)
        || (point >= 0x2010 && point < 0x2e80);
  }
}
