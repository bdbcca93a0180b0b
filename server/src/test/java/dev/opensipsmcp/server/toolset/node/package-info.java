/** Tests of the toolset {@code node}. */
@NullMarked
package dev.opensipsmcp.server.toolset.node;

import org.jspecify.annotations.NullMarked;
