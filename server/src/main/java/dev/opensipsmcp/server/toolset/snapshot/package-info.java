/** Snapshots of a node: taken, kept, and compared. */
@NullMarked
package dev.opensipsmcp.server.toolset.snapshot;

import org.jspecify.annotations.NullMarked;
