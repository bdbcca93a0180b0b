package dev.opensipsmcp.sip.internal.capture;

import java.io.IOException;

/** The packets of a file, one after the other. */
sealed interface Frames permits PcapFrames, PcapngFrames {

  /** {@return the format's name} */
  String format();

  /**
   * Goes to the next packet; what the one before said is void.
   *
   * @param frame hears where it lies
   * @return whether there is one
   */
  boolean next(Frame frame) throws IOException;
}
