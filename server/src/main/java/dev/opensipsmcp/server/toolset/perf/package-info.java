/** Tools that tell how loaded a node is: its memory, its processes, what slows it. */
@NullMarked
package dev.opensipsmcp.server.toolset.perf;

import org.jspecify.annotations.NullMarked;
