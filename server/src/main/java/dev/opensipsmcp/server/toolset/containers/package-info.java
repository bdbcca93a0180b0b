/** Containers of one compose file, looked at and restarted. */
@NullMarked
package dev.opensipsmcp.server.toolset.containers;

import org.jspecify.annotations.NullMarked;
