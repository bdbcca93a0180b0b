/** What a configuration does, and what its words mean, for people. */
@NullMarked
package dev.opensipsmcp.cfg.explain;

import org.jspecify.annotations.NullMarked;
