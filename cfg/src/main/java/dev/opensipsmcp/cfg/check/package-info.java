/** Whether OpenSIPS would take a configuration and start with it. */
@NullMarked
package dev.opensipsmcp.cfg.check;

import org.jspecify.annotations.NullMarked;
