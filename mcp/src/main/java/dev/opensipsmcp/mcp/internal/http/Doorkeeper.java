package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.Authenticator.Verdict;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.HttpSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Asks the authenticator who a request comes from; the token itself goes nowhere else. */
final class Doorkeeper {
  private static final String SCHEME = "bearer ";

  private final HttpSettings settings;

  Doorkeeper(HttpSettings settings) {
    this.settings = settings;
  }

  /**
   * {@return who it is; nothing when the request was refused and answered}
   *
   * @param channel the request
   * @param transport as the caller's transport is called
   * @param path what the URL has below the endpoint
   */
  Optional<Visitor> admit(Channel channel, String transport, String path) throws IOException {
    Optional<String> token = token(channel.header(HttpHeader.AUTHORIZATION.asString()));
    return switch (settings.authenticator().authenticate(token)) {
      case Verdict.Accepted accepted ->
          Optional.of(visitor(channel.request(), transport, path, accepted));
      case Verdict.Refused refused -> {
        channel.answerHeader(
            HttpHeader.WWW_AUTHENTICATE.asString(),
            token.isPresent()
                ? "Bearer realm=\"mcp\", error=\"invalid_token\""
                : "Bearer realm=\"mcp\"");
        channel.refuse(401, refused.reason());
        yield Optional.empty();
      }
    };
  }

  private Visitor visitor(
      Request request, String transport, String path, Verdict.Accepted accepted) {
    Map<String, String> attributes = new HashMap<>();
    for (String name : settings.passedHeaders()) {
      String value = request.getHeaders().get(name);
      if (value != null) {
        attributes.put(name, value);
      }
    }
    // A header must never pass for what the authenticator or the transport says.
    attributes.putAll(accepted.attributes());
    attributes.put("path", path);
    return new Visitor(
        new Caller(accepted.subject(), transport, attributes),
        accepted.subject() + '@' + Request.getRemoteAddr(request));
  }

  private static Optional<String> token(Optional<String> authorization) {
    return authorization
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(value -> !value.isEmpty());
  }
}
