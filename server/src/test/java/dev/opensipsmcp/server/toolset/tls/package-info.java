/** Tests of the toolset {@code tls}. */
@NullMarked
package dev.opensipsmcp.server.toolset.tls;

import org.jspecify.annotations.NullMarked;
