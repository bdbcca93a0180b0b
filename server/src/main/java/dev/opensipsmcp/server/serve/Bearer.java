package dev.opensipsmcp.server.serve;

import dev.opensipsmcp.mcp.Authenticator;
import dev.opensipsmcp.server.config.Settings.TokenEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the configured bearer tokens. Every token is compared by its digest in constant time, and
 * all of them are compared whichever matches, so that timing tells nothing.
 */
final class Bearer implements Authenticator {
  /** The attribute under which the caller's role reaches the host. */
  static final String ROLE = "role";

  private final List<Known> known;
  private final String roleWithoutTokens;

  // Never compared as a whole: the digest alone is, in constant time.
  @SuppressWarnings("ArrayRecordComponent")
  private record Known(String name, byte[] digest, String role) {}

  Bearer(List<TokenEntry> tokens, String roleWithoutTokens) {
    this.known =
        tokens.stream()
            .map(token -> new Known(token.name(), digest(token.secret()), token.role()))
            .toList();
    this.roleWithoutTokens = roleWithoutTokens;
  }

  @Override
  public Verdict authenticate(Optional<String> bearerToken) {
    if (known.isEmpty()) {
      return new Verdict.Accepted("anonymous", Map.of(ROLE, roleWithoutTokens));
    }
    if (bearerToken.isEmpty()) {
      return new Verdict.Refused("A bearer token is needed.");
    }
    byte[] given = digest(bearerToken.get());
    Verdict verdict = new Verdict.Refused("The bearer token is not known.");
    for (Known entry : known) {
      if (MessageDigest.isEqual(entry.digest, given)) {
        verdict = new Verdict.Accepted(entry.name, Map.of(ROLE, entry.role));
      }
    }
    return verdict;
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
