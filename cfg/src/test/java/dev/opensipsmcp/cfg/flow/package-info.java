@NullMarked
package dev.opensipsmcp.cfg.flow;

import org.jspecify.annotations.NullMarked;
