/** Spans of what this server was asked, for a collector of OpenTelemetry; off by default. */
@NullMarked
package dev.opensipsmcp.server.spans;

import org.jspecify.annotations.NullMarked;
