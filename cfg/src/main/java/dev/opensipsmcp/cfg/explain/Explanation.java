package dev.opensipsmcp.cfg.explain;

import java.util.List;

/** What is known about a name. */
public sealed interface Explanation {
  /**
   * The version has it.
   *
   * @param entries what the name means; several where it means several things
   */
  record Known(List<Entry> entries) implements Explanation {
    public Known {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The version does not have it.
   *
   * @param name the name
   * @param elsewhere what the name means in other versions, with its history
   * @param nearest names of this version that look alike, best first, at most five
   */
  record Unknown(String name, List<Entry> elsewhere, List<String> nearest) implements Explanation {
    public Unknown {
      elsewhere = List.copyOf(elsewhere);
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * A thing that a name means.
   *
   * @param topic what it is
   * @param name its name
   * @param owner the module that has it, the function of a flag, or {@code core}
   * @param text what is to be known about it, a few sentences
   * @param history how it came to be so, oldest first
   */
  record Entry(Topic topic, String name, String owner, String text, List<Step> history) {
    public Entry {
      history = List.copyOf(history);
    }
  }

  /**
   * A change from one version to the next.
   *
   * @param version the version that has it so
   * @param text what changed
   */
  record Step(String version, String text) {}
}
