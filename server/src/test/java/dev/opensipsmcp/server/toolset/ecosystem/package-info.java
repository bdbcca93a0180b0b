/** A site of stand-ins. */
@NullMarked
package dev.opensipsmcp.server.toolset.ecosystem;

import org.jspecify.annotations.NullMarked;
