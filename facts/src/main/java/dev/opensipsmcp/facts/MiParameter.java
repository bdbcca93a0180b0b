package dev.opensipsmcp.facts;

/**
 * One parameter of an MI command's recipe.
 *
 * @param name the name on the wire
 * @param type the declared type
 */
public record MiParameter(String name, MiType type) {}
