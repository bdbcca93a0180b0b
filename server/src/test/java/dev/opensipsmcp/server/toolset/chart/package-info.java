/** Pictures of series. */
@NullMarked
package dev.opensipsmcp.server.toolset.chart;

import org.jspecify.annotations.NullMarked;
