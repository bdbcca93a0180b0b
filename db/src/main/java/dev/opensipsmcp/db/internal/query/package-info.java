/**
 * Understands queries of a caller's own, refuses what is not known to be harmless, runs the rest.
 */
@NullMarked
package dev.opensipsmcp.db.internal.query;

import org.jspecify.annotations.NullMarked;
