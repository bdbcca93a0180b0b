/** Stories of the tools on Homer. */
@NullMarked
package dev.opensipsmcp.server.toolset.homer;

import org.jspecify.annotations.NullMarked;
