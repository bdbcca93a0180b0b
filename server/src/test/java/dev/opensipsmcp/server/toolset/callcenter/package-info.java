/** Tests of the toolset {@code callcenter}. */
@NullMarked
package dev.opensipsmcp.server.toolset.callcenter;

import org.jspecify.annotations.NullMarked;
