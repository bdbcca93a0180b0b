/** Media relays asked directly: calls, streams, statistics, one-way audio. */
@NullMarked
package dev.opensipsmcp.server.toolset.relay;

import org.jspecify.annotations.NullMarked;
