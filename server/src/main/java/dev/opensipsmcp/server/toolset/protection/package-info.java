/** Limits, blocked addresses and fraud counters: what keeps a node from floods and from costs. */
@NullMarked
package dev.opensipsmcp.server.toolset.protection;

import org.jspecify.annotations.NullMarked;
