/** OpenSIPS's tables: which there are, which OpenSIPS version they fit, and how to change them. */
@NullMarked
package dev.opensipsmcp.db.schema;

import org.jspecify.annotations.NullMarked;
