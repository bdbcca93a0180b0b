package dev.opensipsmcp.sip.sdp;

import java.util.List;
import java.util.Optional;

/**
 * How a description wants media encrypted; never with a key.
 *
 * @param suites the suites of SDES (RFC 4568) as {@code tag suite}; their keys are not kept
 * @param fingerprint the hash function and fingerprint for DTLS (RFC 8122), if there is one
 * @param setup the role in DTLS: {@code actpass}, {@code active}, {@code passive}, {@code
 *     holdconn}; empty when not said
 */
public record Encryption(List<String> suites, Optional<String> fingerprint, String setup) {
  public Encryption {
    suites = List.copyOf(suites);
  }
}
