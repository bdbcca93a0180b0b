/** Files for Prometheus and Grafana, made from what a node really loads. */
@NullMarked
package dev.opensipsmcp.server.toolset.observability;

import org.jspecify.annotations.NullMarked;
