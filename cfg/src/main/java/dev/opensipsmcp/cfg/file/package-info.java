/** Writing a configuration so that the one that worked is never lost. */
@NullMarked
package dev.opensipsmcp.cfg.file;

import org.jspecify.annotations.NullMarked;
