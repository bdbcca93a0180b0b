package dev.opensipsmcp.mi.event;

import dev.opensipsmcp.mi.MiError;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscription that is kept alive.
 *
 * @param event the event's name
 * @param socket where the node sends it
 * @param since when it was made
 * @param renewed when the node last confirmed it
 * @param expires when the node ends it unless it is renewed
 * @param gaps how often the node turned out to have forgotten it: events in between are lost
 * @param lastGap when that was last noticed
 * @param error why the latest renewal failed; it is being tried again
 */
public record EventSubscription(
    String event,
    String socket,
    Instant since,
    Instant renewed,
    Instant expires,
    int gaps,
    Optional<Instant> lastGap,
    Optional<MiError> error) {}
