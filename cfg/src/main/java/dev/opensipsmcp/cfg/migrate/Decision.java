package dev.opensipsmcp.cfg.migrate;

import dev.opensipsmcp.cfg.source.Place;
import java.util.List;

/**
 * Something that a person must decide or do, because no rewrite is certain to keep the meaning.
 *
 * @param step the stable name of the rule that found it
 * @param place where, in the text that was given
 * @param line the line as it will stand there
 * @param what what must be decided, one sentence
 * @param options what can be done, best first; perhaps one
 */
public record Decision(String step, Place place, String line, String what, List<String> options) {
  public Decision {
    options = List.copyOf(options);
  }
}
