package dev.opensipsmcp.server.toolset.authoring;

import java.util.List;

/** What came of an edit of a source. */
sealed interface Drafted {
  /**
   * It is done.
   *
   * @param text the new source
   * @param changes what changed, a sentence each
   */
  record Done(String text, List<String> changes) implements Drafted {
    public Done {
      changes = List.copyOf(changes);
    }
  }

  /**
   * It is not done.
   *
   * @param reason why
   */
  record Refused(String reason) implements Drafted {}
}
