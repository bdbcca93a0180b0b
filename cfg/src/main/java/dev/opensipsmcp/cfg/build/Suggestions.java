package dev.opensipsmcp.cfg.build;

import dev.opensipsmcp.cfg.internal.build.Guess;
import java.util.List;

/** Finds scenarios for what somebody describes in plain words. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * Ranks the scenarios for a description.
   *
   * @param description what is wanted, in plain English, such as {@code a SIP trunk with failover
   *     for 200 calls}; only its first 4,000 characters count
   * @return the scenarios that something in it speaks for, best first, five at most; none when
   *     nothing in it is known
   */
  public static List<Suggestion> of(String description) {
    return Guess.of(description);
  }
}
