package dev.opensipsmcp.cfg.build;

import java.util.List;

/** What became of a wish for a configuration. */
public sealed interface BuildResult {

  /**
   * A configuration.
   *
   * @param text the whole file
   * @param modules the modules it loads, in their order
   * @param features the features it is made of, with those that others brought along
   * @param notes what a person must do or know before it runs, each a sentence
   */
  record Built(String text, List<String> modules, List<String> features, List<String> notes)
      implements BuildResult {
    public Built {
      modules = List.copyOf(modules);
      features = List.copyOf(features);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Nothing, because the wish can't be met.
   *
   * @param problems why, each a sentence; none repeats the value of a parameter
   */
  record Refused(List<String> problems) implements BuildResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
