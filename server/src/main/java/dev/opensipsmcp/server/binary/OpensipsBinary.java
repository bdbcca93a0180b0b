package dev.opensipsmcp.server.binary;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An OpenSIPS binary.
 *
 * @param file the program
 * @param modules the only directory that it may load modules from
 */
public record OpensipsBinary(Path file, Optional<Path> modules) {}
