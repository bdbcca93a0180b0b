package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.server.tool.Outcome;
import java.util.Optional;

/**
 * Where secrets come from without being arguments, and how they are kept for a way back without
 * being readable.
 */
public interface Secrets {

  /** What came of asking for a secret. */
  sealed interface Got {
    /**
     * It is here.
     *
     * @param text the secret
     * @param generated whether this server made it just now, so that a person must be shown it once
     */
    record Here(String text, boolean generated) implements Got {
      @Override
      public String toString() {
        return "Here[***]";
      }
    }

    /**
     * It can't be had.
     *
     * @param failure why
     */
    record Missing(Outcome.Failure failure) implements Got {}
  }

  /** {@return why a place can't give a secret, found out without taking it} */
  Optional<Outcome.Failure> check(String place);

  /** {@return the secret of a place, which may be used up by it} */
  Got take(String place);

  /**
   * {@return a text from which only this server gets the secret back}
   *
   * @param secret the secret
   * @param context what it belongs to; it opens for nothing else
   */
  String seal(String secret, String context);

  /** {@return the sealed secret; empty when it was sealed elsewhere, for another, or was changed} */
  Optional<String> open(String sealed, String context);

  /** {@return a short text that is the same for the same secret and says nothing of it} */
  String mark(String secret, String context);
}
