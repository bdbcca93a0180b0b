/** Tests of the tools over all nodes. */
@NullMarked
package dev.opensipsmcp.server.toolset.fleet;

import org.jspecify.annotations.NullMarked;
