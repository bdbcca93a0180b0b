package dev.opensipsmcp.cfg.kamailio;

import dev.opensipsmcp.cfg.source.Place;

/**
 * Something of Kamailio that has no counterpart that is certain.
 *
 * @param place where, in Kamailio's file
 * @param line its line in that file
 * @param what what it is, one sentence
 * @param instead what to use in OpenSIPS, one sentence
 */
public record Untranslated(Place place, String line, String what, String instead) {}
