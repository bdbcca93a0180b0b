package dev.opensipsmcp.cfg.kamailio;

import dev.opensipsmcp.cfg.source.Place;

/**
 * Something that was written anew for OpenSIPS.
 *
 * @param place where, in Kamailio's file
 * @param before what stood there; empty when something was added
 * @param after what stands there now; empty when it was removed
 * @param reason why, one sentence
 */
public record Rewritten(Place place, String before, String after, String reason) {}
