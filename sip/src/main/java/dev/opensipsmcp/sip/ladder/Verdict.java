package dev.opensipsmcp.sip.ladder;

import java.util.List;

/**
 * What came of a call.
 *
 * @param grade how it went
 * @param sentence one sentence
 * @param evidence the numbers of the messages that show it
 */
public record Verdict(Grade grade, String sentence, List<Integer> evidence) {
  public Verdict {
    evidence = List.copyOf(evidence);
  }

  /** How a call went. */
  public enum Grade {
    /** As it should. */
    GOOD,
    /** It worked, with something that should be looked at. */
    DOUBTFUL,
    /** It failed. */
    FAILED,
    /** The messages do not show it. */
    UNKNOWN
  }
}
