package dev.opensipsmcp.cfg.migrate;

/**
 * An MI command of a loaded module that clients must call by another name.
 *
 * @param before its name before
 * @param after its name now
 * @param oldNameWorks whether the server still takes the old name for it
 */
public record MiRename(String before, String after, boolean oldNameWorks) {}
