/** Tests of this toolset, on the lab. */
@NullMarked
package dev.opensipsmcp.server.toolset.callops;

import org.jspecify.annotations.NullMarked;
