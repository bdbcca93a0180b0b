package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.HttpSettings;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Refuses what a page of a foreign site can make a browser send: requests under a name that was
 * rebound to this address, and requests with a foreign origin.
 */
final class Gatekeeper {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> hosts;
  private final Set<String> origins;

  Gatekeeper(HttpSettings settings) {
    hosts = new HashSet<>(LOOPBACK);
    hosts.add(bracketed(lower(settings.host())));
    for (String host : settings.allowedHosts()) {
      hosts.add(bracketed(lower(host)));
    }
    origins = new HashSet<>();
    for (String origin : settings.allowedOrigins()) {
      origins.add(lower(origin));
    }
  }

  /** {@return why the request is refused, or nothing when it may pass} */
  Optional<String> refusal(Request request) {
    String host = request.getHttpURI().getHost();
    if (host == null || !hosts.contains(bracketed(lower(host)))) {
      return Optional.of(
          "The Host header names a host that this server does not answer for; add it to the"
              + " allowed hosts if it is yours.");
    }
    int sent = request.getHeaders().getValuesList(HttpHeader.ORIGIN).size();
    if (sent > 1 || (sent == 1 && !originAllowed(request.getHeaders().get(HttpHeader.ORIGIN)))) {
      return Optional.of(
          "The Origin header names a site that may not use this server; add it to the allowed"
              + " origins if it may.");
    }
    return Optional.empty();
  }

  private boolean originAllowed(String origin) {
    if (origins.contains(lower(origin))) {
      return true;
    }
    try {
      URI uri = URI.create(lower(origin));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** IPv6 addresses come with and without brackets. */
  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? '[' + host + ']' : host;
  }
}
