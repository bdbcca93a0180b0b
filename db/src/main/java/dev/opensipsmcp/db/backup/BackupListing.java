package dev.opensipsmcp.db.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * A file in the directory of backups, as far as its first line tells.
 *
 * @param name its name
 * @param bytes how large it is
 * @param made when it was made; when the file was written, where the head can't be read
 * @param head what it says of itself; empty when that can't be read
 */
public record BackupListing(String name, long bytes, Instant made, Optional<BackupHead> head) {}
