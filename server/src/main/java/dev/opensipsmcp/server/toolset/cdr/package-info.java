/** Call detail records. */
@NullMarked
package dev.opensipsmcp.server.toolset.cdr;

import org.jspecify.annotations.NullMarked;
