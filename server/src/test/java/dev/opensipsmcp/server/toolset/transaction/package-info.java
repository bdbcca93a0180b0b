/** Tests of this toolset, on the lab. */
@NullMarked
package dev.opensipsmcp.server.toolset.transaction;

import org.jspecify.annotations.NullMarked;
