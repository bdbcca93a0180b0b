package dev.opensipsmcp.sip.load;

import java.util.regex.Pattern;

/** The list of users that goes with a scenario: SIPp's injection file, one user a call in turn. */
public final class UserList {
  // SIPp takes a password up to a blank or a bracket, and a field of the list up to a semicolon.
  private static final Pattern PASSWORD = Pattern.compile("[!-~&&[^;\\[\\]<>\"\\\\]]{1,128}");

  private UserList() {}

  /** {@return whether SIPp can be given that password} */
  public static boolean takes(String password) {
    return PASSWORD.matcher(password).matches();
  }

  /**
   * {@return the list}
   *
   * @param order whose users
   * @param password the password of them all, empty when none answers a challenge
   * @throws IllegalArgumentException when SIPp can't be given the password
   */
  public static String text(ScenarioOrder order, String password) {
    if (order.authenticates() && !takes(password)) {
      throw new IllegalArgumentException("SIPp can't be given a password like that.");
    }
    StringBuilder text = new StringBuilder("SEQUENTIAL\n");
    for (int user = 1; user <= order.users(); user++) {
      String name = order.users() == 1 ? order.fromUser() : order.fromUser() + user;
      text.append(name);
      if (order.authenticates()) {
        text.append(";[authentication username=").append(name).append(" password=");
        text.append(password).append(']');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
