package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Look-ups of the sender's address that a script does on its own, in a table, a store or over HTTP:
 * their answers count like those of the functions that are made for it.
 */
final class SenderChecks {
  private static final Set<Role> LOOKUPS = EnumSet.of(Role.SQL, Role.HTTP);
  private static final Set<String> NONE_OF_IT =
      Set.of("xlog", "route", "async", "launch", "return", "assert", "append_hf", "insert_hf");

  private SenderChecks() {}

  /** {@return whether a function looks something up} */
  static boolean lookup(KnownFunction function) {
    return LOOKUPS.contains(function.role());
  }

  /** {@return whether a call asks something about the sender's address} */
  static boolean asks(Call call) {
    return !NONE_OF_IT.contains(call.function().text())
        && Mentions.in(call).stream().anyMatch(mention -> mention.is("si", "src_ip"));
  }

  /** {@return the variables that such look-ups fill} */
  static Set<String> variables(List<Item.Route> routes) {
    Set<String> filled = new HashSet<>();
    for (Item.Route route : routes) {
      for (Statement statement : Statements.all(route.body().statements())) {
        Statements.expressions(statement)
            .flatMap(expression -> Expressions.calls(expression).stream())
            .filter(call -> asks(call) && !known(call))
            .forEach(call ->
                call.arguments().stream()
                    .map(Argument::value)
                    .flatMap(value -> value.flatMap(Expressions::variable).stream())
                    .filter(variable -> variable.is("var", "avp"))
                    .forEach(variable -> filled.add(variable.key())));
      }
    }
    return filled;
  }

  private static boolean known(Call call) {
    for (KnownFunction function : KnownFunction.values()) {
      if (function.spelling().equals(call.function().text())) {
        return !lookup(function);
      }
    }
    return false;
  }
}
