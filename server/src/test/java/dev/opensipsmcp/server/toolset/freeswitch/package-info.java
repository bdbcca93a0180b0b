/** Tests of this toolset, on the lab. */
@NullMarked
package dev.opensipsmcp.server.toolset.freeswitch;

import org.jspecify.annotations.NullMarked;
