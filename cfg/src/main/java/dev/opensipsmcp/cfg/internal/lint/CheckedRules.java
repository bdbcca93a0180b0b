package dev.opensipsmcp.cfg.internal.lint;

import java.util.List;

/**
 * Rules that the check of the configuration decides: whether the server accepts the text and starts
 * with it. An audit has the check decide them too, and tells what it finds under their ids.
 *
 * @see FromCheck
 */
final class CheckedRules {
  private CheckedRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.byCheck(
            "R01",
            "name that the version does not have",
            "The server does not start.",
            "by the facts of each version"),
        AuditRule.byCheck(
            "R02",
            "arguments of the wrong type or number",
            "The server does not start.",
            "types since 3.0"),
        AuditRule.byCheck(
            "R03",
            "letters or numbers for named flags",
            "The server does not start, though its own check accepts the file.",
            "3.4; `create_dialog` from 4.0"),
        AuditRule.byCheck(
            "R04",
            "route that is not there, or there twice",
            "The server does not start, or drops calls when the route is asked for.",
            "all"),
        AuditRule.byCheck(
            "R05",
            "function in a kind of route that does not allow it",
            "The server does not start.",
            "all"),
        AuditRule.byCheck(
            "R06", "parameter or module before what it needs", "The server does not start.", "all"),
        AuditRule.byCheck(
            "R07",
            "protocol module and listener without each other",
            "The server does not start.",
            "all"),
        AuditRule.byCheck(
            "R08",
            "TLS without its modules",
            "The server does not start.",
            "3.2, which brought a choice of TLS libraries"));
  }
}
