package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.backup.ColumnKind;
import dev.opensipsmcp.db.internal.sql.SqlName;

/**
 * A column as the database has it.
 *
 * @param name its name
 * @param kind what it holds
 * @param required whether a row must have a value for it: it takes no NULL and has no default
 * @param numbered whether the database numbers it
 */
record LiveColumn(SqlName name, ColumnKind kind, boolean required, boolean numbered) {}
