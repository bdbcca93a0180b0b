package dev.opensipsmcp.sip.load;

import java.util.Locale;
import java.util.Optional;

/** The scenarios that {@link ScenarioWriter} knows. */
public enum ScenarioKind {
  /** Sends OPTIONS and waits for 200. */
  OPTIONS("Sends OPTIONS and waits for 200"),
  /** Sends REGISTER, answers a challenge where one comes, and waits for 200. */
  REGISTER("Sends REGISTER, with credentials where asked, and waits for 200"),
  /** Calls, holds the call, hangs up. */
  INVITE("Calls, holds the call for hold_ms, sends BYE"),
  /** Waits for calls, rings, answers, waits for the BYE. */
  INVITE_UAS_RINGING("Waits for calls, rings for ring_ms, answers, waits for BYE"),
  /** Waits for calls and answers at once. */
  UAS("Waits for calls and answers at once, then waits for BYE");

  private final String meaning;

  ScenarioKind(String meaning) {
    this.meaning = meaning;
  }

  /** {@return what it does, in a sentence} */
  public String meaning() {
    return meaning;
  }

  /** {@return whether it waits for requests rather than sending them} */
  public boolean waits() {
    return this == INVITE_UAS_RINGING || this == UAS;
  }

  /** {@return the written form, such as {@code invite_uas_ringing}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the kind of that written form} */
  public static Optional<ScenarioKind> parse(String word) {
    for (ScenarioKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
