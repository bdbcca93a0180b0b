/** Tests on the tables themselves. */
@NullMarked
package dev.opensipsmcp.db.schema;

import org.jspecify.annotations.NullMarked;
