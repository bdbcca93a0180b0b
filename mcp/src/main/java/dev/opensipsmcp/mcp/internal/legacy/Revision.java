package dev.opensipsmcp.mcp.internal.legacy;

import java.util.List;

/** The revisions of this era. */
public final class Revision {
  /** The latest of them, offered to a client that asks for one unknown here. */
  public static final String LATEST = "2025-11-25";

  /** All of them, latest first. */
  public static final List<String> ALL = List.of(LATEST, "2025-06-18", "2025-03-26", "2024-11-05");

  /** The first that has links to resources in the results of tools. */
  private static final String FIRST_WITH_LINKS = "2025-06-18";

  private Revision() {}

  /** {@return whether a revision has links to resources in the results of tools} */
  static boolean hasLinks(String revision) {
    return revision.compareTo(FIRST_WITH_LINKS) >= 0;
  }

  /**
   * {@return the revision to use with a client}
   *
   * @param requested the one it asked for
   */
  static String negotiated(String requested) {
    return ALL.contains(requested) ? requested : LATEST;
  }
}
