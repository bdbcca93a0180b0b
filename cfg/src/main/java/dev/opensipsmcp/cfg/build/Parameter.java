package dev.opensipsmcp.cfg.build;

/**
 * A parameter of a scenario.
 *
 * @param name its name, in words joined by hyphens
 * @param kind the kind of value, which checks it
 * @param description what it is for, one sentence
 * @param defaultValue what is taken when nothing is said
 * @param important whether the default is a stand-in that fits nobody's site, so that a guided
 *     session asks for it
 */
public record Parameter(
    String name, ParameterKind kind, String description, String defaultValue, boolean important) {}
