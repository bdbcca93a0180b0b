/** How backups are written, read and restored. */
@NullMarked
package dev.opensipsmcp.db.internal.backup;

import org.jspecify.annotations.NullMarked;
