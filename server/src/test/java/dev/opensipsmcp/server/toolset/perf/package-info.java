/** Load and memory of the stand-in node. */
@NullMarked
package dev.opensipsmcp.server.toolset.perf;

import org.jspecify.annotations.NullMarked;
