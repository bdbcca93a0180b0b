/** Tests of the tools of routing. */
@NullMarked
package dev.opensipsmcp.server.toolset.routing;

import org.jspecify.annotations.NullMarked;
