/** The MI toolset. */
@NullMarked
package dev.opensipsmcp.server.toolset.mi;

import org.jspecify.annotations.NullMarked;
