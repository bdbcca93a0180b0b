package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.source.Place;

/**
 * Another system that OpenSIPS talks to.
 *
 * @param kind what it is: {@code database}, {@code cache}, {@code media}, {@code http}, …
 * @param address where it is, as it is written, secrets taken out
 * @param by what names it: {@code dialog db_url}, {@code rest_get() in route[ASK]}
 * @param secret whether a password is written there
 * @param place where
 */
public record Peer(String kind, String address, String by, boolean secret, Place place) {}
