package dev.opensipsmcp.facts;

/**
 * A level that messages are logged with.
 *
 * @param name for example {@code WARN}
 * @param value its number; higher ones are more talkative
 */
public record LogLevel(String name, int value) {}
