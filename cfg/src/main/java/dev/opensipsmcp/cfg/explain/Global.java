package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.source.Place;

/**
 * A global parameter.
 *
 * @param name its name
 * @param value its value, secrets taken out
 * @param place where
 */
public record Global(String name, String value, Place place) {}
