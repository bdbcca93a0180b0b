package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Ladder;
import java.util.List;
import java.util.Locale;

/** Writes a sheet as a Mermaid sequence diagram. Text from the wire can't become syntax. */
public final class MermaidWriter {
  private final StringBuilder out = new StringBuilder(4_096);

  private MermaidWriter() {}

  /** {@return the diagram} */
  public static String write(Ladder ladder) {
    MermaidWriter writer = new MermaidWriter();
    writer.sheet(Sheet.of(ladder), ladder.legs().size() > 1);
    return writer.out.toString();
  }

  private void sheet(Sheet sheet, boolean legs) {
    out.append("sequenceDiagram\n");
    List<Sheet.Head> heads = sheet.heads();
    for (int at = 0; at < heads.size(); at++) {
      Sheet.Head head = heads.get(at);
      out.append("  participant P").append(at).append(" as ").append(escaped(head.name()));
      if (!head.detail().isEmpty()) {
        out.append("<br/>").append(escaped(head.detail()));
      }
      out.append('\n');
    }
    String all = heads.size() > 1 ? "P0,P" + (heads.size() - 1) : "P0";
    if (!heads.isEmpty()) {
      note(all, sheet.title() + " · " + sheet.subtitle());
    }
    for (Sheet.Line line : sheet.lines()) {
      switch (line) {
        case Sheet.Pause(String text) -> note(all, text);
        case Sheet.Step step -> step(step, legs);
      }
    }
    if (!heads.isEmpty()) {
      note(all, sheet.caption());
    }
  }

  private void step(Sheet.Step step, boolean legs) {
    Arrow arrow = step.arrow();
    String line =
        switch (arrow.kind()) {
          case REQUEST, BROKEN -> arrow.isRepeat() ? "-)" : "->>";
          case PROVISIONAL, SUCCESS, REDIRECT, CHALLENGE -> arrow.isRepeat() ? "--)" : "-->>";
          case FAILURE -> "--x";
        };
    out.append("  P").append(arrow.from()).append(line).append('P').append(arrow.to()).append(": ");
    out.append(escaped("+" + step.time() + " #" + arrow.number() + " " + step.label()));
    if (!step.detail().isEmpty()) {
      out.append(escaped(", " + step.detail()));
    }
    if (legs) {
      out.append(escaped(", leg " + (arrow.leg() + 1)));
    }
    out.append('\n');
    int low = Math.min(arrow.from(), arrow.to());
    int high = Math.max(arrow.from(), arrow.to());
    for (Sheet.Note note : step.notes()) {
      note(low == high ? "P" + low : "P" + low + ",P" + high, note.text());
    }
  }

  private void note(String over, String text) {
    out.append("  Note over ").append(over).append(": ").append(escaped(text)).append('\n');
  }

  /**
   * Letters, digits and a few marks stay; all else is written as an entity, which Mermaid shows as
   * the character. So is the first letter of a word that Mermaid would take for its own.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      boolean word = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      boolean keyword = word && lower.length() == text.length() && lower.startsWith("end", at);
      boolean plain =
          point < 128
              ? Character.isLetterOrDigit(point) || " .,/+_()@-".indexOf(point) >= 0
              : Character.isLetterOrDigit(point);
      if (plain && !keyword) {
        safe.appendCodePoint(point);
      } else {
        safe.append('#').append(point).append(';');
      }
      at += Character.charCount(point);
    }
    return safe.toString();
  }
}
