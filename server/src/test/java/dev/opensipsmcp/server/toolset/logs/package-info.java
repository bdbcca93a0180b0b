/** Tests of the toolset {@code logs}. */
@NullMarked
package dev.opensipsmcp.server.toolset.logs;

import org.jspecify.annotations.NullMarked;
