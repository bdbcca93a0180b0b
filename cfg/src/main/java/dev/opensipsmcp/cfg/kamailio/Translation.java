package dev.opensipsmcp.cfg.kamailio;

import java.util.List;

/**
 * A configuration of Kamailio as one of OpenSIPS.
 *
 * @param text the configuration; what has no counterpart stands in it as it was, or as a comment
 * @param rewritten what was written anew, in the order of the text
 * @param untranslated what is left to do, in the order of the text; as long as there is any, the
 *     configuration is not finished
 */
public record Translation(String text, List<Rewritten> rewritten, List<Untranslated> untranslated) {
  public Translation {
    rewritten = List.copyOf(rewritten);
    untranslated = List.copyOf(untranslated);
  }
}
