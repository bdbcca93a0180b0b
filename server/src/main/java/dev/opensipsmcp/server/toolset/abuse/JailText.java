package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.sip.ban.FailRegex;
import java.util.List;

/**
 * The texts by which fail2ban notices attacks on OpenSIPS.
 *
 * <p>The script logs nothing that a caller chose, and the expression holds the whole line: who puts
 * the look of such a line into a user name gets nobody else banned, unless another line of the
 * script begins with what a caller chose.
 */
final class JailText {
  static final FailRegex EXPRESSION =
      new FailRegex(
          "^\\s*(?:[^\\s\\[\\]:]+\\s+)?(?:\\S*opensips\\S*\\[\\d+\\]:\\s+|\\[\\d+\\]\\s+)"
              + "(?:NOTICE:)?opensips-abuse: source=<HOST> reason=[a-z_]+\\s*$");

  static final String SCRIPT =
      """
      # route(abuse_report, "auth_failed") where a request is refused as an attack.
      # The reason is a word of a-z and _; nothing that the caller sent belongs into it.
      route[abuse_report] {
          xlog("L_NOTICE", "opensips-abuse: source=$si reason=$param(1)\\n");
      }
      """;

  static final List<String> SAMPLES =
      List.of(
          "2026-11-20T08:00:00.000000+00:00 edge opensips[4711]: NOTICE:opensips-abuse:"
              + " source=198.51.100.7 reason=auth_failed",
          "2026-11-20T08:00:00.000000+00:00 edge opensips[4711]: NOTICE:call of opensips-abuse:"
              + " source=198.51.100.8 reason=auth_failed");

  private JailText() {}

  static String filter() {
    return "[Definition]\nfailregex = " + EXPRESSION.expression() + "\nignoreregex =\n";
  }

  /** The file carries the jail's name, by which the jail finds its filter. */
  static String jail(String name, String log, int failures, int findTime, int banTime) {
    return """
    [%1$s]
    enabled = true
    filter = %1$s
    backend = auto
    logpath = %2$s
    maxretry = %3$d
    findtime = %4$d
    bantime = %5$d
    banaction = %%(banaction_allports)s
    """
        .formatted(name, log, failures, findTime, banTime);
  }

  /** {@return the smallest configuration that uses the script} */
  static String whole() {
    return """
    socket = udp:127.0.0.1:5060
    loadmodule "proto_udp.so"
    """
        + SCRIPT
        + """
        route {
            route(abuse_report, "auth_failed");
            exit;
        }
        """;
  }
}
