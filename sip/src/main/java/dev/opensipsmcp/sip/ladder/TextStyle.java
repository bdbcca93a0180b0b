package dev.opensipsmcp.sip.ladder;

/**
 * How a ladder in characters looks.
 *
 * @param width how many characters a line should have at most, 40 to 400; more participants than
 *     have room take more
 * @param ascii whether only ASCII characters are wanted
 */
public record TextStyle(int width, boolean ascii) {
  /** For a terminal of 110 columns that shows Unicode. */
  public static final TextStyle DEFAULT = new TextStyle(110, false);

  /**
   * Makes a style.
   *
   * @throws IllegalArgumentException when the width is out of its range
   */
  public TextStyle {
    if (width < 40 || width > 400) {
      throw new IllegalArgumentException("The width of a ladder is 40 to 400 characters.");
    }
  }
}
