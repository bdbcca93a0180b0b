/** Tools that keep a node running: memory, connections, counters, status reports, blacklists. */
@NullMarked
package dev.opensipsmcp.server.toolset.node;

import org.jspecify.annotations.NullMarked;
