/** Tests of backups, and of changes that are cut off. */
@NullMarked
package dev.opensipsmcp.db.backup;

import org.jspecify.annotations.NullMarked;
