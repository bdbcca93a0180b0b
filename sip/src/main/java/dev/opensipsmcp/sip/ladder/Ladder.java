package dev.opensipsmcp.sip.ladder;

import java.util.List;

/**
 * A call, or several, as a ladder. All of it follows from the messages that were seen; what was not
 * seen is not guessed.
 *
 * @param participants who took part, in the order in which they appear, so that a call reads from
 *     left to right
 * @param legs one for each Call-ID, in order of time
 * @param arrows one for each message, in order of time, numbered from 1
 * @param correlations which legs belong to one call, and why
 * @param verdict what came of it
 * @param notes what the reader should know, whole sentences
 */
public record Ladder(
    List<Participant> participants,
    List<Leg> legs,
    List<Arrow> arrows,
    List<Correlation> correlations,
    Verdict verdict,
    List<String> notes) {
  public Ladder {
    participants = List.copyOf(participants);
    legs = List.copyOf(legs);
    arrows = List.copyOf(arrows);
    correlations = List.copyOf(correlations);
    notes = List.copyOf(notes);
  }

  /** {@return the arrow of a message's number, 1 to the number of arrows} */
  public Arrow arrow(int number) {
    return arrows.get(number - 1);
  }
}
