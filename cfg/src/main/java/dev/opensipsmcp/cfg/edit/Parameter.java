package dev.opensipsmcp.cfg.edit;

/**
 * A parameter of a module with its value.
 *
 * @param name its name
 * @param value its value
 */
public record Parameter(String name, Value value) {}
