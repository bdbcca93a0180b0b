package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.Picture;

/** Makes pictures of ladders. */
public final class Pictures {
  private Pictures() {}

  /** {@return an SVG document} */
  public static String svg(Ladder ladder) {
    return SvgWriter.write(Drawing.of(ladder));
  }

  /** {@return a PNG picture, or why there is none} */
  public static Picture png(Ladder ladder, boolean dark, double scale) {
    if (scale < 1 || scale > 4) {
      throw new IllegalArgumentException("The scale of a picture is 1 to 4.");
    }
    Scene scene = Drawing.of(ladder);
    try {
      return PngPainter.paint(scene, dark, scale);
    } catch (LinkageError | InternalError | RuntimeException e) {
      // A Java without java.desktop, or a machine without fonts, shows itself in many ways.
      return missing(e);
    }
  }

  private static Picture missing(Throwable why) {
    return new Picture.Missing(
        "This Java can't draw pictures here ("
            + why.getClass().getSimpleName()
            + "): it needs the module java.desktop and fonts. Use the SVG.");
  }
}
