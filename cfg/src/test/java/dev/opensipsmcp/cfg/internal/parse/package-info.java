@NullMarked
package dev.opensipsmcp.cfg.internal.parse;

import org.jspecify.annotations.NullMarked;
