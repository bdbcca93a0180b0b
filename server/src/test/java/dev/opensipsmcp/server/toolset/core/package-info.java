/** The core toolset against the stand-in node. */
@NullMarked
package dev.opensipsmcp.server.toolset.core;

import org.jspecify.annotations.NullMarked;
