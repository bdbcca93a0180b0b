/** Calls searched and read from a Homer server. */
@NullMarked
package dev.opensipsmcp.server.toolset.homer;

import org.jspecify.annotations.NullMarked;
