package dev.opensipsmcp.sip.identity;

import java.util.Optional;

/** How sure the signer is of the caller (RFC 8588 section 4). */
public enum Attestation {
  /** Full: the signer knows the customer and that the number is theirs. */
  A("Full attestation: the signer knows the customer and that the number is theirs."),
  /** Partial: the signer knows the customer, not the right to the number. */
  B("Partial attestation: the signer knows the customer, but not whether the number is theirs."),
  /** Gateway: the signer knows only where the call came in. */
  C("Gateway attestation: the signer knows only where the call entered, nothing of the caller.");

  private final String meaning;

  Attestation(String meaning) {
    this.meaning = meaning;
  }

  /** {@return what it says, one sentence} */
  public String meaning() {
    return meaning;
  }

  /** {@return the attestation of that claim, if it is one} */
  public static Optional<Attestation> of(String claim) {
    return switch (claim) {
      case "A" -> Optional.of(A);
      case "B" -> Optional.of(B);
      case "C" -> Optional.of(C);
      default -> Optional.empty();
    };
  }
}
