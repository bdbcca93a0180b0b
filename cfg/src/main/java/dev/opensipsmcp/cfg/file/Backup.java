package dev.opensipsmcp.cfg.file;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a file, made before it was replaced. It lies beside it.
 *
 * @param file the copy
 * @param taken when it was made, in UTC, to the millisecond
 * @param size in bytes
 */
public record Backup(Path file, Instant taken, long size) {}
