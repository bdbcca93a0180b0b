package dev.opensipsmcp.sip.ladder;

import java.util.List;
import java.util.Map;

/**
 * What an operator knows of the network that a ladder shows.
 *
 * @param aliases names of participants by address, or by address and port as {@link
 *     dev.opensipsmcp.sip.trace.Endpoint#toString()} writes them; the same name for several makes
 *     them one participant
 * @param correlationHeaders names of headers that carry a Call-ID, or another value, from one leg
 *     to the next
 */
public record LadderSettings(Map<String, String> aliases, List<String> correlationHeaders) {
  /** No aliases; the headers that are usual. */
  public static final LadderSettings DEFAULT =
      new LadderSettings(Map.of(), List.of("X-Call-ID", "X-CID", "X-Original-Call-ID"));

  public LadderSettings {
    aliases = Map.copyOf(aliases);
    correlationHeaders = List.copyOf(correlationHeaders);
  }
}
