@NullMarked
package dev.opensipsmcp.cfg.diff;

import org.jspecify.annotations.NullMarked;
