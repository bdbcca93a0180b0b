/** The toolsets: all tools as values, grouped as they are listed. */
@NullMarked
package dev.opensipsmcp.server.toolset;

import org.jspecify.annotations.NullMarked;
