package dev.opensipsmcp.db.backup;

import java.nio.file.Path;

/**
 * Where backups lie, and what may be in them. Set by the person who runs the server, never by a
 * caller.
 *
 * @param directory the one directory of backups; made when first needed, for its owner only
 * @param secrets whether the columns that hold secrets are in a backup
 * @param product the version of this product, for the backup's head
 */
public record BackupSettings(Path directory, boolean secrets, String product) {}
