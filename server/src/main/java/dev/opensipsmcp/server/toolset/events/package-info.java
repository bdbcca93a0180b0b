/** Tools that subscribe to a node's events, wait for them, and raise them. */
@NullMarked
package dev.opensipsmcp.server.toolset.events;

import org.jspecify.annotations.NullMarked;
