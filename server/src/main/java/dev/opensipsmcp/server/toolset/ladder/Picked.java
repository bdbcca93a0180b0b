package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.sip.ladder.Ladder;
import java.util.List;

/** What was found of the messages that a call of a tool asks for. */
sealed interface Picked {
  /**
   * They are there.
   *
   * @param ladder the ladder of the messages
   * @param source where they come from
   * @param notes what the reader should know, whole sentences
   */
  record Good(Ladder ladder, String source, List<String> notes) implements Picked {
    public Good {
      notes = List.copyOf(notes);
    }
  }

  /**
   * They are not.
   *
   * @param failure why
   */
  record Bad(Outcome.Failure failure) implements Picked {}
}
