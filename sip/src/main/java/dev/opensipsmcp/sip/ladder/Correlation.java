package dev.opensipsmcp.sip.ladder;

import java.util.List;

/**
 * That two legs belong to one call.
 *
 * @param leg index of the earlier leg
 * @param other index of the later leg
 * @param confidence how sure it is
 * @param reasons why, the strongest first
 */
public record Correlation(int leg, int other, Confidence confidence, List<Reason> reasons) {
  public Correlation {
    reasons = List.copyOf(reasons);
  }

  /** How sure a correlation is. */
  public enum Confidence {
    /** One value, made to be unique, is in both. */
    HIGH,
    /** Both fit each other in a way that is rarely chance. */
    MEDIUM,
    /** It may be chance. */
    LOW
  }

  /**
   * One reason.
   *
   * @param confidence how sure it makes it
   * @param text what both have, a phrase
   */
  public record Reason(Confidence confidence, String text) {}
}
