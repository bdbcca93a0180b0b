package dev.opensipsmcp.server.events;

import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;

/**
 * A node that sends events.
 *
 * @param client renews what is subscribed to
 * @param endpoint where it is
 * @param options what an operator set
 */
public record EventSource(MiClient client, MiEndpoint endpoint, EventOptions options) {}
