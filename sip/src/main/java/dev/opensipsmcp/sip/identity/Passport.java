package dev.opensipsmcp.sip.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a PASSporT (RFC 8225); nothing in it is verified yet.
 *
 * @param algorithm {@code alg}, such as {@code ES256}
 * @param extension {@code ppt}, such as {@code shaken}, {@code div} or {@code rph}; empty when none
 * @param certificateUrl {@code x5u}, where the certificate is
 * @param issued {@code iat}, if it can be read
 * @param origin {@code orig}: the number or URI of the caller; empty when missing
 * @param destinations {@code dest}: the numbers or URIs called
 * @param attestation {@code attest}, if it is one
 * @param originId the signer's own number for where the call came from; empty when missing
 * @param diverted {@code div}: from whom the call was forwarded; empty when it was not
 * @param claims the names of all claims, in order
 */
public record Passport(
    String algorithm,
    String extension,
    String certificateUrl,
    Optional<Instant> issued,
    String origin,
    List<String> destinations,
    Optional<Attestation> attestation,
    String originId,
    String diverted,
    List<String> claims) {
  public Passport {
    destinations = List.copyOf(destinations);
    claims = List.copyOf(claims);
  }
}
