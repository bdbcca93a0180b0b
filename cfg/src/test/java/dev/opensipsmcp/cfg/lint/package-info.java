@NullMarked
package dev.opensipsmcp.cfg.lint;

import org.jspecify.annotations.NullMarked;
