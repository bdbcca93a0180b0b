package dev.opensipsmcp.server.toolset.presence;

import java.util.List;

/** The event packages that OpenSIPS knows by number; the same numbers on 3.4 to 4.0. */
final class EventPackages {
  /** Their names, from number 1. The last came with 3.5. */
  private static final List<String> NAMES =
      List.of(
          "presence",
          "presence.winfo",
          "sip-profile",
          "xcap-diff",
          "dialog",
          "message-summary",
          "dialog;sla",
          "call-info",
          "line-seize",
          "as-feature-event",
          "refer",
          "reg");

  private EventPackages() {}

  /** {@return the name of a number; {@code other} for one that has none} */
  static String name(long number) {
    return number >= 1 && number <= NAMES.size() ? NAMES.get((int) number - 1) : "other";
  }
}
