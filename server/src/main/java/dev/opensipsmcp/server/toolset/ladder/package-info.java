/** Call ladders and the report of a call. */
@NullMarked
package dev.opensipsmcp.server.toolset.ladder;

import org.jspecify.annotations.NullMarked;
