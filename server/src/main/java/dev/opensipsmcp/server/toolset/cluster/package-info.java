/** The cluster that a node belongs to: its nodes, links, capabilities and sharing tags. */
@NullMarked
package dev.opensipsmcp.server.toolset.cluster;

import org.jspecify.annotations.NullMarked;
