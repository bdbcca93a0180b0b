package dev.opensipsmcp.facts.internal;

/** Where the text of a part of the facts comes from. */
public interface Source {

  /**
   * Reads one part.
   *
   * @param name for example {@code 3.6/mi.tsv}
   * @return its whole text
   */
  String text(String name);
}
