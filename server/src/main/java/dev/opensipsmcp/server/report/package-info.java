/** What was found in a configuration, as JSON for tools and for a shell. */
@NullMarked
package dev.opensipsmcp.server.report;

import org.jspecify.annotations.NullMarked;
