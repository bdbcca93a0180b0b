/** How blocks become a configuration. */
@NullMarked
package dev.opensipsmcp.cfg.internal.build;

import org.jspecify.annotations.NullMarked;
