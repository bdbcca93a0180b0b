/** Probes as tools, against servers of the test. */
@NullMarked
package dev.opensipsmcp.server.toolset.probe;

import org.jspecify.annotations.NullMarked;
