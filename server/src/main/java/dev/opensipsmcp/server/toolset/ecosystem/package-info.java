/** Tools over all that belongs to a site: nodes, databases, Homer, relays, the Control Panel. */
@NullMarked
package dev.opensipsmcp.server.toolset.ecosystem;

import org.jspecify.annotations.NullMarked;
