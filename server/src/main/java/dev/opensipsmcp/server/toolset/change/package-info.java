/** The tools that show what was changed and take it back. */
@NullMarked
package dev.opensipsmcp.server.toolset.change;

import org.jspecify.annotations.NullMarked;
