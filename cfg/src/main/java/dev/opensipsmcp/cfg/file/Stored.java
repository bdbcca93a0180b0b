package dev.opensipsmcp.cfg.file;

import java.nio.file.Path;

/**
 * A file that was read.
 *
 * @param file its real path
 * @param text what it holds
 * @param hash SHA-256 of its bytes, hexadecimal; what a writer says that it has seen
 */
public record Stored(Path file, String text, String hash) {}
