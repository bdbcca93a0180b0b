package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.source.Place;

/**
 * An address that OpenSIPS listens on, or an alias that it takes for itself.
 *
 * @param word the word that it is defined with: {@code socket}, {@code alias}
 * @param socket as it is written, in one spelling
 * @param place where
 */
public record Listening(String word, String socket, Place place) {}
