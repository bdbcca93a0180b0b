@NullMarked
package dev.opensipsmcp.cfg.migrate;

import org.jspecify.annotations.NullMarked;
