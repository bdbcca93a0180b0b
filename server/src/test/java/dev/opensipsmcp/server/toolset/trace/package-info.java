/** Tests of the toolset {@code trace}. */
@NullMarked
package dev.opensipsmcp.server.toolset.trace;

import org.jspecify.annotations.NullMarked;
