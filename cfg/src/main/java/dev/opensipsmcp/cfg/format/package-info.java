/** One layout for all configurations. */
@NullMarked
package dev.opensipsmcp.cfg.format;

import org.jspecify.annotations.NullMarked;
