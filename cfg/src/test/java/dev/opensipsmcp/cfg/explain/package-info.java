@NullMarked
package dev.opensipsmcp.cfg.explain;

import org.jspecify.annotations.NullMarked;
