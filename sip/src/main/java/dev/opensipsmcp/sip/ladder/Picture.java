package dev.opensipsmcp.sip.ladder;

/** A picture of pixels, or why there is none. */
public sealed interface Picture {
  /**
   * It was drawn.
   *
   * @param png the bytes of a PNG file
   * @param width in pixels
   * @param height in pixels
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Drawn(byte[] png, int width, int height) implements Picture {}

  /**
   * It could not be drawn.
   *
   * @param why one sentence, with what to use instead
   */
  record Missing(String why) implements Picture {}
}
