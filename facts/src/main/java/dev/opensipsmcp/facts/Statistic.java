package dev.opensipsmcp.facts;

/**
 * A statistic that a node keeps.
 *
 * @param group the group, most often the module: {@code dialog}
 * @param name the name within the group; one {@code *} in it stands for an identifier that exists
 *     only at run time, such as a process number or the name of a call center flow
 * @param counter whether it only counts up, so that it can be reset
 * @param declared whether the source declares it; the others were seen on running nodes, which were
 *     recorded for 3.4 and later
 */
public record Statistic(String group, String name, boolean counter, boolean declared) {

  /** {@return the name as MI prints it: {@code dialog:active_dialogs}} */
  public String fullName() {
    return group + ':' + name;
  }

  /**
   * Tells whether a node's name is this statistic.
   *
   * @param candidate a name without its group
   * @return whether it is this name, with something in the place of a {@code *}
   */
  public boolean matches(String candidate) {
    int star = name.indexOf('*');
    if (star < 0) {
      return name.equals(candidate);
    }
    String end = name.substring(star + 1);
    return candidate.length() > star + end.length()
        && candidate.startsWith(name.substring(0, star))
        && candidate.endsWith(end);
  }
}
