package dev.opensipsmcp.cfg.internal.parse;

import java.util.Set;

/**
 * What the core's functions of 2.4 and before could be written like, when they were words of the
 * language; from 3.0 on they are functions like all others. Source: grammar and lexer of 2.4.
 */
final class OldForms {
  private static final Set<String> WITHOUT_PARENTHESES =
      Set.of(
          "append_branch",
          "revert_uri",
          "resetdsturi",
          "resetduri",
          "isdsturiset",
          "isduriset",
          "force_rport",
          "add_rport",
          "force_local_rport",
          "add_local_rport",
          "force_tcp_alias",
          "add_tcp_alias");

  private static final Set<String> WITH_BARE_WORDS =
      Set.of(
          "setflag",
          "resetflag",
          "isflagset",
          "setbflag",
          "setbranchflag",
          "resetbflag",
          "resetbranchflag",
          "isbflagset",
          "isbranchflagset",
          "set_advertised_address",
          "force_send_socket");

  private OldForms() {}

  static boolean withoutParentheses(String function) {
    return WITHOUT_PARENTHESES.contains(function);
  }

  static boolean withBareWords(String function) {
    return WITH_BARE_WORDS.contains(function);
  }
}
