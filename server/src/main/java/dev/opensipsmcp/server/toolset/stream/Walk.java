package dev.opensipsmcp.server.toolset.stream;

/**
 * How far an answer was read.
 *
 * @param rows how many rows were handed out
 * @param whole whether the answer was read to its end; false after a visitor said that it had
 *     enough
 */
public record Walk(long rows, boolean whole) {}
