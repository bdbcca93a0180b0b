/** Tools over all nodes: what they are, and where those of one cluster differ. */
@NullMarked
package dev.opensipsmcp.server.toolset.fleet;

import org.jspecify.annotations.NullMarked;
