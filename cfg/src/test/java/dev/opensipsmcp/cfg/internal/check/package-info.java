@NullMarked
package dev.opensipsmcp.cfg.internal.check;

import org.jspecify.annotations.NullMarked;
