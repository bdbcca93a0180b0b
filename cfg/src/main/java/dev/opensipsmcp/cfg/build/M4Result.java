package dev.opensipsmcp.cfg.build;

import java.util.List;

/** What became of a wish for a pair of m4 files. */
public sealed interface M4Result {

  /**
   * The pair.
   *
   * @param template the configuration with a macro for each parameter
   * @param definitions the macros of one site
   * @param notes what a person must do or know
   */
  record Pair(String template, String definitions, List<String> notes) implements M4Result {
    public Pair {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Nothing, because the wish can't be met.
   *
   * @param problems why, each a sentence
   */
  record Refused(List<String> problems) implements M4Result {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
