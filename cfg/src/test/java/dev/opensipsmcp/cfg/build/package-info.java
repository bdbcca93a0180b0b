@NullMarked
package dev.opensipsmcp.cfg.build;

import org.jspecify.annotations.NullMarked;
