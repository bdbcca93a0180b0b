package dev.opensipsmcp.server.tool;

import java.util.Collection;
import java.util.List;

/** Finds what somebody may have meant by a name that does not exist. */
public final class Nearest {
  private Nearest() {}

  /**
   * {@return the names most like the wanted one, best first, at most five; empty when none is near}
   *
   * @param wanted what was asked for
   * @param names what exists
   */
  public static List<String> to(String wanted, Collection<String> names) {
    return dev.opensipsmcp.facts.Nearest.wide().to(wanted, names);
  }

  /** {@return "a, b or c" as a next step, or the other sentence when nothing is near} */
  public static String orElse(List<String> nearest, String otherwise) {
    return nearest.isEmpty() ? otherwise : "Did you mean " + String.join(", ", nearest) + "?";
  }
}
