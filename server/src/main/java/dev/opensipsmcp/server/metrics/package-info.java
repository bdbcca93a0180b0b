/** What this server counts of itself. */
@NullMarked
package dev.opensipsmcp.server.metrics;

import org.jspecify.annotations.NullMarked;
