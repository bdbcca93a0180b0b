package dev.opensipsmcp.mcp;

import java.util.Map;
import java.util.Optional;

/** Decides who an HTTP request comes from. */
@FunctionalInterface
public interface Authenticator {

  /** The outcome of looking at a request's credentials. */
  sealed interface Verdict {
    /**
     * The request is from somebody known.
     *
     * @param subject a stable name for audit
     * @param attributes for the host, for example the role
     */
    record Accepted(String subject, Map<String, String> attributes) implements Verdict {
      public Accepted {
        attributes = Map.copyOf(attributes);
      }
    }

    /**
     * The request is refused with status 401.
     *
     * @param reason one sentence, without any secret
     */
    record Refused(String reason) implements Verdict {}
  }

  /**
   * Looks at the bearer token.
   *
   * @param bearerToken the token, or nothing when the request has none
   * @return who it is, or the refusal
   */
  Verdict authenticate(Optional<String> bearerToken);
}
