/** Tests of the toolset {@code live}. */
@NullMarked
package dev.opensipsmcp.server.toolset.live;

import org.jspecify.annotations.NullMarked;
