/** Reads, makes and changes tables. */
@NullMarked
package dev.opensipsmcp.db.internal.schema;

import org.jspecify.annotations.NullMarked;
