@NullMarked
package dev.opensipsmcp.cfg.internal.migrate;

import org.jspecify.annotations.NullMarked;
