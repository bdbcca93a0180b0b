package dev.opensipsmcp.db.schema;

import java.util.Optional;

/**
 * A column that a database has.
 *
 * @param name its name
 * @param type its type, as the database writes it
 * @param shape what it can hold
 * @param nullable whether it may be NULL
 * @param defaultValue the default that is not NULL, without quotes
 * @param numbered whether the database numbers it
 */
public record ActualColumn(
    String name,
    String type,
    Shape shape,
    boolean nullable,
    Optional<String> defaultValue,
    boolean numbered) {}
