package dev.opensipsmcp.server.toolset.diagnose.engine;

import java.util.List;

/**
 * Judges evidence.
 *
 * @param about what it looks for, for people
 * @param judge does it
 */
public record Rule(String about, Judge judge) {

  /** Judges evidence; without the evidence that it needs it says nothing. */
  @FunctionalInterface
  public interface Judge {
    /**
     * {@return what the evidence shows}
     *
     * @param facts what was seen
     * @param question what the operator asks
     */
    List<? extends Judgement> of(Facts facts, Question question);
  }
}
