/** Small pictures of series of numbers: as a line of text and as SVG. */
@NullMarked
package dev.opensipsmcp.server.toolset.chart;

import org.jspecify.annotations.NullMarked;
