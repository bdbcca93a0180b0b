package dev.opensipsmcp.mcp.internal.legacy;

import java.util.List;

/** The revisions of this era. */
public final class Revision {
  /** The latest of them, offered to a client that asks for one unknown here. */
  public static final String LATEST = "2025-11-25";

  /** All of them, latest first. */
  public static final List<String> ALL = List.of(LATEST, "2025-06-18", "2025-03-26", "2024-11-05");

  private Revision() {}

  /**
   * {@return the revision to use with a client}
   *
   * @param requested the one it asked for
   */
  static String negotiated(String requested) {
    return ALL.contains(requested) ? requested : LATEST;
  }
}
