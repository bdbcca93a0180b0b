/** Tests of the toolset {@code store}. */
@NullMarked
package dev.opensipsmcp.server.toolset.store;

import org.jspecify.annotations.NullMarked;
