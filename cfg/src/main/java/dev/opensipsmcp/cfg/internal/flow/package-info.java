/** How the flow through the routes is worked out. */
@NullMarked
package dev.opensipsmcp.cfg.internal.flow;

import org.jspecify.annotations.NullMarked;
