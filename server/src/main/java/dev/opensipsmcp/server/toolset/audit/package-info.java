/** The audit trail. */
@NullMarked
package dev.opensipsmcp.server.toolset.audit;

import org.jspecify.annotations.NullMarked;
