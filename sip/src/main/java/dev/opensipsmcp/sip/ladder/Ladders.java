package dev.opensipsmcp.sip.ladder;

import dev.opensipsmcp.sip.internal.ladder.LadderMaker;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.util.List;

/** Makes ladders of messages. */
public final class Ladders {
  private Ladders() {}

  /**
   * {@return the ladder of these messages}
   *
   * @param messages of one call or of several, in any order, copies of several capture points
   *     among them or not
   * @param settings what the operator knows of the network
   */
  public static Ladder of(List<CapturedMessage> messages, LadderSettings settings) {
    return LadderMaker.make(messages, settings);
  }
}
