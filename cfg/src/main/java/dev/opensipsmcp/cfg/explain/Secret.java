package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.source.Place;

/**
 * A place where a secret is written. The secret itself is told nowhere.
 *
 * @param by what it belongs to: {@code auth secret}, {@code dialog db_url}
 * @param place where
 */
public record Secret(String by, Place place) {}
