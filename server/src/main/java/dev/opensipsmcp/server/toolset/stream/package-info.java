/** Rows out of answers of any size: read while they arrive, counted in bounded memory. */
@NullMarked
package dev.opensipsmcp.server.toolset.stream;

import org.jspecify.annotations.NullMarked;
