@NullMarked
package dev.opensipsmcp.cfg.internal.source;

import org.jspecify.annotations.NullMarked;
