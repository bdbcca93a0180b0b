/** The audit trail: one hash-chained line per event. */
@NullMarked
package dev.opensipsmcp.server.audit;

import org.jspecify.annotations.NullMarked;
