/** Approvals by a person, kept as files until they are used or expire. */
@NullMarked
package dev.opensipsmcp.server.approval;

import org.jspecify.annotations.NullMarked;
