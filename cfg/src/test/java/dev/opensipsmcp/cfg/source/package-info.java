@NullMarked
package dev.opensipsmcp.cfg.source;

import org.jspecify.annotations.NullMarked;
