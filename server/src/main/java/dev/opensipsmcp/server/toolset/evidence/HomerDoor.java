package dev.opensipsmcp.server.toolset.evidence;

import dev.opensipsmcp.server.config.EvidenceEntry.HomerEntry;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.HomerAccess;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The one client of the Homer server, for all tools: they share its connections and its login. It
 * is made when the first tool asks, which most processes never do.
 */
public final class HomerDoor {
  private final Optional<HomerEntry> entry;
  private Optional<Homer> client = Optional.empty();

  HomerDoor(Optional<HomerEntry> entry) {
    this.entry = entry;
  }

  /** {@return the client, when a server is configured; nothing is sent before it is asked} */
  public synchronized Optional<Homer> client() {
    if (client.isEmpty()) {
      client = entry.flatMap(HomerDoor::open);
    }
    return client;
  }

  /** A token that no header can carry reaches nothing; the server is then not asked. */
  private static Optional<Homer> open(HomerEntry entry) {
    try {
      return Optional.of(Homer.open(access(entry)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static HomerAccess access(HomerEntry entry) {
    HomerAccess.Credentials credentials =
        entry.token().isPresent()
            ? new HomerAccess.Token(entry.token().get())
            : entry.user().isPresent()
                ? new HomerAccess.Login(entry.user().get(), entry.password().orElse(""))
                : new HomerAccess.Nobody();
    return HomerAccess.at(
        entry.url(),
        HomerAccess.Api.valueOf(entry.api().toUpperCase(Locale.ROOT)),
        credentials,
        entry.certificates(),
        Duration.ofMillis(entry.timeoutMs()));
  }
}
