package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Home;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Variables that functions write to: whether they can, and whether such a one will do. */
final class OutputRules {
  private record Wanted(String module, int argument, String which) {}

  private final Scope scope;
  private final Map<String, List<Wanted>> wanted = new HashMap<>();

  OutputRules(Scope scope) {
    this.scope = scope;
    for (List<String> row : Table.rows("variable-arguments", scope.version(), 4)) {
      wanted
          .computeIfAbsent(row.get(1), _ -> new ArrayList<>(2))
          .add(new Wanted(row.get(0), Integer.parseInt(row.get(2)), row.get(3)));
    }
  }

  void check() {
    wanted.keySet().forEach(name -> scope.walk().calls(name).forEach(it -> check(it.call())));
    scope.walk().asyncCalls().forEach(it -> check(it.call()));
  }

  private void check(Call call) {
    for (Wanted it : wanted.getOrDefault(call.function().text(), List.of())) {
      boolean there = it.module().equals("core") || scope.loaded().has(it.module());
      if (there
          && Calls.argument(call, it.argument()).orElse(call) instanceof Variable variable
          && !fits(variable, it.which())) {
        report(call, it, variable);
      }
    }
  }

  private boolean fits(Variable variable, String which) {
    String name = variable.name().text();
    return switch (which) {
      case "avp" -> name.equals("avp");
      case "own" -> name.equals("avp") || name.equals("var");
      default ->
          scope.names().variables(name).stream().map(Home::what).allMatch(it -> it.writable());
    };
  }

  private void report(Call call, Wanted wanted, Variable variable) {
    String will =
        switch (wanted.which()) {
          case "avp" -> "$avp(name)";
          case "own" -> "$avp(name) or $var(name)";
          default -> "a variable that can be assigned to";
        };
    scope
        .report()
        .fatal(
            "output-variable",
            Stage.START,
            variable.span(),
            "Argument %d of %s must be %s."
                .formatted(wanted.argument(), call.function().text(), will),
            "Give " + (wanted.which().equals("written") ? "$var(name)" : will) + ".");
  }
}
