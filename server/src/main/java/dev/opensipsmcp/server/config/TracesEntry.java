package dev.opensipsmcp.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A collector of OpenTelemetry that gets a span for each operation.
 *
 * @param endpoint where spans are posted, with its path
 * @param certificates a PEM file of the authorities to trust instead of the usual ones
 * @param timeoutMs how long an answer may take, in milliseconds
 */
public record TracesEntry(URI endpoint, Optional<Path> certificates, int timeoutMs) {}
