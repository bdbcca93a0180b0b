/** Tests of the toolset {@code protection}. */
@NullMarked
package dev.opensipsmcp.server.toolset.protection;

import org.jspecify.annotations.NullMarked;
