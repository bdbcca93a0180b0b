/** Tools of the modules dispatcher and load_balancer. */
@NullMarked
package dev.opensipsmcp.server.toolset.routing;

import org.jspecify.annotations.NullMarked;
