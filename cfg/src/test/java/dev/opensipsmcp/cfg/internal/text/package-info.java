@NullMarked
package dev.opensipsmcp.cfg.internal.text;

import org.jspecify.annotations.NullMarked;
