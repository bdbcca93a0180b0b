/** A database with OpenSIPS's tables: connections, values, results and errors. */
@NullMarked
package dev.opensipsmcp.db;

import org.jspecify.annotations.NullMarked;
