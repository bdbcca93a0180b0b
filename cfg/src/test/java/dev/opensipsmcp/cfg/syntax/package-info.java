@NullMarked
package dev.opensipsmcp.cfg.syntax;

import org.jspecify.annotations.NullMarked;
