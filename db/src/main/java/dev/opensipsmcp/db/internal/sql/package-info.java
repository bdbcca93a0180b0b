/** Statements that no caller's text can become a part of, and the sessions that run them. */
@NullMarked
package dev.opensipsmcp.db.internal.sql;

import org.jspecify.annotations.NullMarked;
