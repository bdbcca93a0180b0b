@NullMarked
package dev.opensipsmcp.cfg.check;

import org.jspecify.annotations.NullMarked;
