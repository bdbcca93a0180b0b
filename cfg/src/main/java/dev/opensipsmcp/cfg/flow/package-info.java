/** Which way messages take through the routes of a configuration, and what was asked before. */
@NullMarked
package dev.opensipsmcp.cfg.flow;

import org.jspecify.annotations.NullMarked;
