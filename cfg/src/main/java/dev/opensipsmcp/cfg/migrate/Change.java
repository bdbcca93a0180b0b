package dev.opensipsmcp.cfg.migrate;

import dev.opensipsmcp.cfg.source.Place;

/**
 * Something that was written anew.
 *
 * @param step the stable name of the rule that did it
 * @param hop the step between release lines that asks for it
 * @param place where, in the text that was given
 * @param before what stood there; empty when something was added
 * @param after what stands there now; empty when it was removed
 * @param reason why, one sentence
 */
public record Change(
    String step, Hop hop, Place place, String before, String after, String reason) {}
