/** Backups of tables and their restoration, across kinds of databases. */
@NullMarked
package dev.opensipsmcp.db.backup;

import org.jspecify.annotations.NullMarked;
