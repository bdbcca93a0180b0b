/** The steps of a migration, and what applies them. */
@NullMarked
package dev.opensipsmcp.cfg.internal.migrate;

import org.jspecify.annotations.NullMarked;
