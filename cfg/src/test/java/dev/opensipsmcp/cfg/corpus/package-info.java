@NullMarked
package dev.opensipsmcp.cfg.corpus;

import org.jspecify.annotations.NullMarked;
