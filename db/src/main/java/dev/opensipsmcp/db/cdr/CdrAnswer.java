package dev.opensipsmcp.db.cdr;

/**
 * What was asked for, and what it was made of.
 *
 * @param <T> what was asked for
 * @param value it
 * @param about table, window, columns, index
 */
public record CdrAnswer<T>(T value, CdrAbout about) {}
