package dev.opensipsmcp.sip.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One value of a Via header (RFC 3261 section 20.42).
 *
 * @param transport as written, in upper case
 * @param host the host in lower case, IPv6 without brackets
 * @param port 1 to 65535, or 0 when not given
 * @param parameters by name in lower case; a flag has an empty value
 */
public record Via(String transport, String host, int port, Map<String, String> parameters) {
  public Via {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** {@return the branch, if there is one} */
  public Optional<String> branch() {
    return Optional.ofNullable(parameters.get("branch"));
  }
}
