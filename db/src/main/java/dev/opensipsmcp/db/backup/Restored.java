package dev.opensipsmcp.db.backup;

/**
 * A restoration that was made.
 *
 * @param done what it did
 * @param before the backup that was made of the tables before
 */
public record Restored(RestorePlan done, Backup before) {}
