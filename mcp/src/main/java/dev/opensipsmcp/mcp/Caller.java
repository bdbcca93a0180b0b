package dev.opensipsmcp.mcp;

import java.util.Map;

/**
 * Who sent a request, as far as the transport knows.
 *
 * @param subject a stable name: the token's subject over HTTP, {@code local} over stdio
 * @param transport how it came: {@code stdio}, {@code http} or {@code sse}
 * @param attributes what the authenticator and the transport add for the host to read: the granted
 *     role, the URL path below the endpoint ({@code path}), and those request headers that the host
 *     asked for, by lower-case name
 */
public record Caller(String subject, String transport, Map<String, String> attributes) {
  public Caller {
    attributes = Map.copyOf(attributes);
  }
}
