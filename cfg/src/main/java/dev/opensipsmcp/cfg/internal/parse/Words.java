package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Token;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the language that say what begins. */
final class Words {
  static final Set<String> ROUTES =
      Set.of(
          "route",
          "failure_route",
          "onreply_route",
          "branch_route",
          "error_route",
          "local_route",
          "startup_route",
          "timer_route",
          "event_route");

  /** Routes that have no name. */
  static final Set<String> NAMELESS = Set.of("error_route", "local_route", "startup_route");

  /** Routes that may have no name. */
  static final Set<String> MAY_BE_NAMELESS = Set.of("route", "onreply_route");

  /** Kamailio's words, and what OpenSIPS has instead. */
  static final Map<String, String> FOREIGN_ROUTES =
      Map.of(
          "request_route", "route",
          "reply_route", "onreply_route",
          "onsend_route", "local_route",
          "send_route", "local_route");

  static final Set<String> LISTENERS = Set.of("listen", "socket", "alias", "bind");

  static final Set<String> SPECIALS = Set.of("dst_blacklist", "mem-group", "auto_scaling_profile");

  private static final Set<String> STATEMENTS =
      Set.of("if", "else", "while", "for", "switch", "case", "default", "break");

  /** Words that name nothing unless they are in quotes, in every version. */
  private static final Set<String> RESERVED =
      Stream.of(
              STATEMENTS,
              ROUTES,
              Set.of("and", "or", "not", "in", "null", "NULL"),
              Set.of("exit", "return", "drop", "assert", "log", "error", "xlog", "xdbg"),
              Set.of("async", "launch", "loadmodule", "modparam", "mpath"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** Reserved words that can't be called. */
  private static final Set<String> SILENT = Set.of("and", "or", "not", "in", "null", "NULL");

  private Words() {}

  static boolean reserved(String word) {
    return RESERVED.contains(word);
  }

  static boolean silent(String word) {
    return SILENT.contains(word);
  }

  /** {@return whether a word is next that begins a statement other than a call} */
  static boolean statement(Cursor cursor) {
    return cursor.is(Token.Kind.WORD) && STATEMENTS.contains(cursor.text());
  }

  /** {@return whether a line with a global parameter is next} */
  static boolean global(Cursor cursor) {
    return cursor.is(Token.Kind.WORD) && cursor.is(1, "=") && cursor.startsLine();
  }

  /** Whether a brace follows the brackets: a route, and not a jump with the wrong brackets. */
  private static boolean named(Cursor cursor) {
    for (int ahead = 2; ahead < 10; ahead++) {
      if (cursor.is(ahead, "]")) {
        return cursor.is(ahead + 1, "{");
      }
    }
    return false;
  }

  /** {@return whether what is next can only begin an item: a route or a word about modules} */
  static boolean item(Cursor cursor) {
    if ((cursor.is(1, "[") && named(cursor)) || cursor.is(1, "{")) {
      String word = cursor.text();
      return ROUTES.contains(word) || FOREIGN_ROUTES.containsKey(word);
    }
    return cursor.is("loadmodule") || (cursor.is("modparam") && cursor.is(1, "("));
  }
}
