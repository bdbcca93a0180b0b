@NullMarked
package dev.opensipsmcp.cfg.finding;

import org.jspecify.annotations.NullMarked;
