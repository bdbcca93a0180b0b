package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.message.DigestFacts;
import java.util.List;
import java.util.Optional;

/**
 * What a registrar did.
 *
 * @param stage how far it came
 * @param steps what came of each request, in order, by what it was for
 * @param challenges what the first challenge says
 * @param others the contacts of others that the registrar told of, at most 20
 * @param contact the contact that the probe made; empty when it made none
 */
public record RegisterResult(
    Stage stage,
    List<Step> steps,
    List<DigestFacts> challenges,
    List<String> others,
    Optional<String> contact) {
  public RegisterResult {
    steps = List.copyOf(steps);
    challenges = List.copyOf(challenges);
    others = List.copyOf(others);
  }

  /** How far a probe comes. */
  public enum Stage {
    /** No final answer. */
    SILENT,
    /** It wants credentials, and none were given. */
    CHALLENGED,
    /** It tells its bindings to anybody. */
    OPEN,
    /** It refuses whoever asks. */
    REFUSED,
    /** It wants credentials of a kind that can't be computed here. */
    CHALLENGE_UNKNOWN,
    /** It does not take these credentials. */
    REJECTED,
    /** It takes the credentials; nothing was registered, as others are. */
    AUTHENTICATED,
    /** It takes the credentials, but not the binding. */
    NOT_REGISTERED,
    /** A binding was made, and is gone again. */
    REGISTERED_AND_REMOVED,
    /** A binding was made, or may have been, and may still be there until it lapses. */
    LEFT_BEHIND
  }

  /**
   * One request.
   *
   * @param purpose what it was for
   * @param outcome what came of it
   */
  public record Step(String purpose, ProbeOutcome outcome) {}
}
