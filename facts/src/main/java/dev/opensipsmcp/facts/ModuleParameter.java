package dev.opensipsmcp.facts;

import java.util.Optional;

/**
 * A parameter that {@code modparam} can set.
 *
 * @param name the name, case as written in a configuration
 * @param type the type of its value
 * @param defaultValue its default, where that is one short value; nothing where it is unset, or
 *     where the facts only have a sentence about it
 */
public record ModuleParameter(String name, ParameterType type, Optional<String> defaultValue) {}
