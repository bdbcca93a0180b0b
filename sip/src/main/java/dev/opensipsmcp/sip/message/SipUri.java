package dev.opensipsmcp.sip.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A URI of a SIP message (RFC 3261 section 19.1, RFC 3966 for tel).
 *
 * @param scheme {@code sip}, {@code sips}, {@code tel} or another one, in lower case
 * @param user the user part, unescaped; for tel the number; without a password, which is never kept
 * @param host the host in lower case, IPv6 without brackets; empty for tel
 * @param port 1 to 65535, or 0 when not given
 * @param parameters by name in lower case, in order; a flag has an empty value
 * @param text the URI as written, with a password replaced by {@code ***}
 */
public record SipUri(
    String scheme,
    Optional<String> user,
    String host,
    int port,
    Map<String, String> parameters,
    String text) {
  public SipUri {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
