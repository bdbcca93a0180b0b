package dev.opensipsmcp.sip.capture;

/**
 * A place in a file where something is broken or missing.
 *
 * @param offset where, in bytes from the file's beginning; of what was compressed, after
 *     decompression
 * @param skipped how many bytes could not be used
 * @param what one sentence
 */
public record Damage(long offset, long skipped, String what) {}
