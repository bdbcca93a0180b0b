package dev.opensipsmcp.sip.ladder;

import dev.opensipsmcp.sip.internal.ladder.Hops;
import dev.opensipsmcp.sip.internal.ladder.LadderMaker;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.util.List;

/** Makes ladders of messages. */
public final class Ladders {
  private Ladders() {}

  /**
   * {@return the ladder of these messages}
   *
   * @param messages of one call or of several, in any order, copies of several capture points among
   *     them or not
   * @param settings what the operator knows of the network
   */
  public static Ladder of(List<CapturedMessage> messages, LadderSettings settings) {
    return LadderMaker.make(messages, settings);
  }

  /** {@return what each hop changed in each message that it passed on, in order of time} */
  public static List<HopChange> hops(Ladder ladder) {
    return Hops.of(ladder);
  }
}
