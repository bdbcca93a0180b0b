/** Builds an opensips.cfg from a scenario, a version, parameters and features. */
@NullMarked
package dev.opensipsmcp.cfg.build;

import org.jspecify.annotations.NullMarked;
