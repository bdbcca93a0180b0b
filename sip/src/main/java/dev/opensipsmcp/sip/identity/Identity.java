package dev.opensipsmcp.sip.identity;

import java.util.List;
import java.util.Optional;

/**
 * The value of an Identity header.
 *
 * @param passport what it claims; empty for the compact form, which leaves the claims to the
 *     message, and where it can't be decoded
 * @param info the URL of the certificate in the header's parameter {@code info}; empty when missing
 * @param algorithm the parameter {@code alg}; empty when missing
 * @param extension the parameter {@code ppt}; empty when missing
 * @param token the PASSporT as it stands in the header; to be checked, never to be shown
 * @param problems what is wrong with its shape, whole sentences
 */
public record Identity(
    Optional<Passport> passport,
    String info,
    String algorithm,
    String extension,
    String token,
    List<String> problems) {
  public Identity {
    problems = List.copyOf(problems);
  }

  /** The token would be replayed by whoever reads it. */
  @Override
  public String toString() {
    return "Identity[" + passport + ", " + problems + "]";
  }
}
