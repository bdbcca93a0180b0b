package dev.opensipsmcp.sip.ladder;

import dev.opensipsmcp.sip.internal.ladder.MermaidWriter;
import dev.opensipsmcp.sip.internal.ladder.Pictures;
import dev.opensipsmcp.sip.internal.ladder.TextWriter;

/**
 * Shows ladders, all from one layout. Text from the wire stays data: it is shown on one line, and
 * never becomes part of a format's syntax.
 */
public final class LadderRenderers {
  private LadderRenderers() {}

  /** {@return the ladder in characters of one width, each line ended} */
  public static String text(Ladder ladder, TextStyle style) {
    return TextWriter.write(ladder, style);
  }

  /** {@return the ladder as a Mermaid sequence diagram} */
  public static String mermaid(Ladder ladder) {
    return MermaidWriter.write(ladder);
  }

  /**
   * {@return the ladder as an SVG document, which is light or dark as its reader prefers, with
   * neither scripts nor references to anything outside}
   */
  public static String svg(Ladder ladder) {
    return Pictures.svg(ladder);
  }

  /**
   * {@return the ladder as a PNG picture, or why there is none}
   *
   * @param ladder the ladder
   * @param dark whether its ground is dark
   * @param scale pixels for each point, 1 to 4; less where the picture would be too large
   */
  public static Picture png(Ladder ladder, boolean dark, double scale) {
    return Pictures.png(ladder, dark, scale);
  }
}
