package dev.opensipsmcp.server.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tells the credentials of basic authentication (RFC 7617) from an ordinary word. */
final class BasicCredentials {
  private BasicCredentials() {}

  static boolean are(String token) {
    try {
      byte[] decoded = Base64.getDecoder().decode(token);
      return new String(decoded, StandardCharsets.UTF_8).indexOf(':') >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
