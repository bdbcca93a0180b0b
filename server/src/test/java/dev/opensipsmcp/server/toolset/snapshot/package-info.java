/** Snapshots of the stand-in node. */
@NullMarked
package dev.opensipsmcp.server.toolset.snapshot;

import org.jspecify.annotations.NullMarked;
