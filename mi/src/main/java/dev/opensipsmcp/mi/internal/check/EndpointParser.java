package dev.opensipsmcp.mi.internal.check;

import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiEndpoint.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads endpoints from URLs. */
public final class EndpointParser {
  private static final String FORMS =
      "; give http://host:port/mi, https://host:port/mi, udp://host:port, unix:///path/to/socket or"
          + " fifo:///path/to/fifo?reply_dir=/dir";

  private EndpointParser() {}

  /**
   * {@return the endpoint that a URL names}
   *
   * @param text the URL
   * @throws IllegalArgumentException when it names none
   */
  public static MiEndpoint parse(String text) {
    URI url = url(text.strip());
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" -> http(url, scheme);
      case "udp" -> udp(url);
      case "unix" -> new MiEndpoint.UnixDatagram(path(url));
      case "fifo" -> fifo(url);
      case "" -> throw wrong("the MI address has no scheme");
      default -> throw wrong("the MI address has the unknown scheme " + scheme);
    };
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      // The text itself may hold a password, so it is not repeated.
      throw wrong("the MI address is no URL: " + malformed.getReason());
    }
  }

  private static MiEndpoint http(URI url, String scheme) {
    checkHost(url);
    String path = url.getRawPath();
    boolean noPath = path == null || path.isEmpty() || path.equals("/");
    String query = url.getRawQuery() == null ? "" : '?' + url.getRawQuery();
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    URI bare = URI.create(scheme + "://" + url.getHost() + port + (noPath ? "/mi" : path) + query);
    return new MiEndpoint.Http(bare, credentials(url), Optional.empty());
  }

  private static Optional<Credentials> credentials(URI url) {
    String pair = url.getRawUserInfo();
    if (pair == null) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw wrong("the MI address has a user without a password");
    }
    return Optional.of(
        new Credentials(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1))));
  }

  private static MiEndpoint udp(URI url) {
    checkHost(url);
    if (url.getPort() < 1) {
      throw wrong("the MI address names no port");
    }
    String host = url.getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new MiEndpoint.Udp(bare, url.getPort());
  }

  private static MiEndpoint fifo(URI url) {
    Path fifo = path(url);
    String query = url.getRawQuery();
    if (query == null) {
      return new MiEndpoint.Fifo(fifo, Path.of("/tmp"));
    }
    if (!query.startsWith("reply_dir=/")) {
      throw wrong("a FIFO's address takes only reply_dir, an absolute path");
    }
    return new MiEndpoint.Fifo(fifo, Path.of(decoded(query.substring("reply_dir=".length()))));
  }

  private static Path path(URI url) {
    String path = url.getPath();
    boolean local = url.getRawAuthority() == null || url.getRawAuthority().isEmpty();
    if (path == null || !path.startsWith("/") || path.length() < 2 || !local) {
      throw wrong("the MI address must hold an absolute path, with three slashes before it");
    }
    return Path.of(path);
  }

  private static void checkHost(URI url) {
    if (url.getHost() == null) {
      throw wrong("the MI address names no host, or a malformed one");
    }
    if (url.getPort() > 65_535 || url.getPort() == 0) {
      throw wrong("the MI address has a port out of range");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + FORMS);
  }
}
