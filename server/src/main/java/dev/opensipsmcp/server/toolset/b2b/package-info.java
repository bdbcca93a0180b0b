/** Back-to-back calls, as the b2b modules know them. */
@NullMarked
package dev.opensipsmcp.server.toolset.b2b;

import org.jspecify.annotations.NullMarked;
