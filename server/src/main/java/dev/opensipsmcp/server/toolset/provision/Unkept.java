package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.server.tool.Outcome;
import java.util.Optional;

/** TEMP until the secrets are there. */
public final class Unkept implements Secrets {
  @Override
  public Optional<Outcome.Failure> check(String place) {
    return Optional.empty();
  }

  @Override
  public Got take(String place) {
    return new Got.Here("secret-1", true);
  }

  @Override
  public String seal(String secret, String context) {
    return java.util.Base64.getEncoder().encodeToString((context + "\0" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public Optional<String> open(String sealed, String context) {
    String text = new String(java.util.Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.UTF_8);
    return text.startsWith(context + "\0") ? Optional.of(text.substring(context.length() + 1)) : Optional.empty();
  }

  @Override
  public String mark(String secret, String context) {
    return Integer.toHexString((context + secret).hashCode());
  }
}
