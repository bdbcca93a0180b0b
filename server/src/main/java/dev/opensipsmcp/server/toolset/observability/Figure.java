package dev.opensipsmcp.server.toolset.observability;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Statistic;

/**
 * A statistic that a panel or an alert is about.
 *
 * @param group its group, as MI names it
 * @param name its name within the group, as MI names it; {@code *} where MI puts a process's number
 */
record Figure(String group, String name) {
  private static final String LOADS = "load";
  private static final String PRIVATE = "pkmem";

  /** {@return the figure of a full name: {@code tm:inuse_transactions}} */
  static Figure of(String fullName) {
    int colon = fullName.indexOf(':');
    return new Figure(fullName.substring(0, colon), fullName.substring(colon + 1));
  }

  /** {@return whether there is one per process, told apart by labels in the exposition} */
  boolean perProcess() {
    return name.contains("*");
  }

  /**
   * {@return the name that module prometheus gives it} What MI numbers per process is one name
   * there, begun with {@code proc_}; whatever a metric's name can't have is an underscore.
   */
  String exposed() {
    String plain =
        switch (group) {
          case LOADS -> perProcess() ? "proc_" + name.replace("-proc-*", "") : name;
          case PRIVATE -> "proc_" + name.replace("*-", "");
          default -> name;
        };
    return clean(plain);
  }

  /** {@return a text with an underscore in the place of what a metric's name can't have} */
  static String clean(String text) {
    return text.replaceAll("[^a-zA-Z0-9_:]", "_");
  }

  /** {@return whether a version of OpenSIPS has it} */
  boolean in(Facts facts) {
    return facts.statistics().stream().anyMatch(this::is);
  }

  /** {@return whether it is that statistic of the facts} */
  boolean is(Statistic statistic) {
    return statistic.group().equals(group)
        && (statistic.name().equals(name) || statistic.matches(name));
  }
}
