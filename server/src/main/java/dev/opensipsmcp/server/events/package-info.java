/** The server's own ears: one per node, which receives the events that were subscribed to. */
@NullMarked
package dev.opensipsmcp.server.events;

import org.jspecify.annotations.NullMarked;
