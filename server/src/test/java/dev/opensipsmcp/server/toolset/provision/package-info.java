/** Holds what can be provisioned against the facts. */
@NullMarked
package dev.opensipsmcp.server.toolset.provision;

import org.jspecify.annotations.NullMarked;
