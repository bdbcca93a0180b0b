package dev.opensipsmcp.sip.load;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a scenario shall do.
 *
 * @param kind which one
 * @param fromUser the user in From; of a registration the one who registers
 * @param toUser the user in To and in the Request-URI
 * @param domain the domain in From, To and the Request-URI; without one the address of the target
 * @param users how many users take turns, 1 to {@value #MOST_USERS}: with more than one, a number
 *     from 1 on follows {@code fromUser}
 * @param authenticates whether a challenge is answered, with a password from the list of users
 * @param holdMs how long a call is held, in milliseconds
 * @param ringMs how long one who is called rings, in milliseconds
 * @param expires how long a registration lasts, in seconds
 */
public record ScenarioOrder(
    ScenarioKind kind,
    String fromUser,
    String toUser,
    Optional<String> domain,
    int users,
    boolean authenticates,
    int holdMs,
    int ringMs,
    int expires) {
  /** The longest list of users. */
  public static final int MOST_USERS = 100_000;

  /** The longest time that a scenario holds or rings: an hour, in milliseconds. */
  public static final int LONGEST_MS = 3_600_000;

  /** What a user may be: the unreserved characters of RFC 3261, section 25.1, and a plus. */
  public static final Pattern USER = Pattern.compile("[A-Za-z0-9_.!~*'()+-]{1,64}");

  /** What a domain may be. */
  public static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException when one is not as said above; the message says which
   */
  public ScenarioOrder {
    if (!USER.matcher(fromUser).matches() || !USER.matcher(toUser).matches()) {
      throw new IllegalArgumentException("A user has letters, digits and -_.!~*'()+ only.");
    }
    if (domain.isPresent() && !DOMAIN.matcher(domain.get()).matches()) {
      throw new IllegalArgumentException("A domain has letters, digits, dots and dashes only.");
    }
    if (users < 1 || users > MOST_USERS) {
      throw new IllegalArgumentException("There are 1 to " + MOST_USERS + " users.");
    }
    if (holdMs < 0 || holdMs > LONGEST_MS || ringMs < 0 || ringMs > LONGEST_MS) {
      throw new IllegalArgumentException("Times are 0 to " + LONGEST_MS + " ms.");
    }
    if (expires < 1 || expires > LONGEST_MS / 1_000) {
      throw new IllegalArgumentException("A registration of a load lasts 1 to 3600 s.");
    }
  }

  /** An order with the usual times: a call of a second, ringing for half of one, 60 s of expiry. */
  public static ScenarioOrder of(ScenarioKind kind, String fromUser, String toUser) {
    return new ScenarioOrder(kind, fromUser, toUser, Optional.empty(), 1, false, 1_000, 500, 60);
  }

  /** {@return whether the scenario reads users from a list that goes with it} */
  public boolean hasList() {
    return users > 1 || authenticates;
  }
}
