/** Queries that a caller writes, of which only what is known to be harmless is run. */
@NullMarked
package dev.opensipsmcp.db.query;

import org.jspecify.annotations.NullMarked;
