/** What checks and rules find in a configuration. */
@NullMarked
package dev.opensipsmcp.cfg.finding;

import org.jspecify.annotations.NullMarked;
