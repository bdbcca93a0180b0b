/** Tests of the toolset {@code cluster}. */
@NullMarked
package dev.opensipsmcp.server.toolset.cluster;

import org.jspecify.annotations.NullMarked;
