/** Tests of this toolset, on the lab. */
@NullMarked
package dev.opensipsmcp.server.toolset.presence;

import org.jspecify.annotations.NullMarked;
