@NullMarked
package dev.opensipsmcp.cfg.internal.lint;

import org.jspecify.annotations.NullMarked;
