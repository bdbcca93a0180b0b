package dev.opensipsmcp.sip.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A URI with a name and parameters, as in From, To, Contact, Route and Record-Route (RFC 3261
 * section 20.10).
 *
 * @param name the display name, without quotes
 * @param uri the URI
 * @param parameters of the header, by name in lower case; a flag has an empty value
 */
public record NameAddr(Optional<String> name, SipUri uri, Map<String, String> parameters) {
  public NameAddr {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** {@return the tag, if there is one} */
  public Optional<String> tag() {
    return Optional.ofNullable(parameters.get("tag"));
  }
}
