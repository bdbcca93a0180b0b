package dev.opensipsmcp.mcp;

import java.util.Map;
import java.util.Set;

/**
 * How HTTP is served.
 *
 * @param host the address to bind, loopback by default
 * @param port 0 to 65535; 0 lets the system choose
 * @param path the endpoint, for example {@code /mcp}; what a request has below it reaches the host
 *     as the caller's attribute {@code path}
 * @param allowedHosts names that the {@code Host} header may have beside loopback's, without port
 * @param allowedOrigins origins that a browser's request may have beside loopback's
 * @param passedHeaders lower-case names of request headers that the host wants to see
 * @param authenticator who may come in
 * @param legacySse whether the HTTP+SSE transport of 2024-11-05 is served too, at {@code /sse} and
 *     {@code /messages}
 * @param pages what is served beside the protocol, by path
 */
public record HttpSettings(
    String host,
    int port,
    String path,
    Set<String> allowedHosts,
    Set<String> allowedOrigins,
    Set<String> passedHeaders,
    Authenticator authenticator,
    boolean legacySse,
    Map<String, HttpPage> pages) {
  /** Serves no pages. */
  public HttpSettings(
      String host,
      int port,
      String path,
      Set<String> allowedHosts,
      Set<String> allowedOrigins,
      Set<String> passedHeaders,
      Authenticator authenticator,
      boolean legacySse) {
    this(
        host,
        port,
        path,
        allowedHosts,
        allowedOrigins,
        passedHeaders,
        authenticator,
        legacySse,
        Map.of());
  }

  public HttpSettings {
    pages = Map.copyOf(pages);
    allowedHosts = Set.copyOf(allowedHosts);
    allowedOrigins = Set.copyOf(allowedOrigins);
    passedHeaders = Set.copyOf(passedHeaders);
  }
}
