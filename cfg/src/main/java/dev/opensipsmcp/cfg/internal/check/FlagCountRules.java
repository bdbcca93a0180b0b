package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Flags of messages and branches: 32 of each kind, as they are bits of a number. */
final class FlagCountRules {
  private static final int MOST = 32;
  private static final Set<String> MESSAGE = Set.of("setflag", "resetflag", "isflagset");
  private static final Set<String> MESSAGE_VARIABLES = Set.of("msg.flag");
  private static final Set<String> BRANCH = Set.of("setbflag", "resetbflag", "isbflagset");
  private static final Set<String> BRANCH_VARIABLES = Set.of("branch.flag", "msg.branch.flag");

  private final Scope scope;
  private final Map<String, Map<Integer, Use>> uses = new HashMap<>();

  private record Use(String name, Span span) {}

  FlagCountRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    find("message", MESSAGE, MESSAGE_VARIABLES);
    find("branch", BRANCH, BRANCH_VARIABLES);
    uses.forEach((kind, all) -> check(kind, List.copyOf(all.values())));
  }

  private void find(String kind, Set<String> functions, Set<String> variables) {
    for (String function : functions) {
      for (Walk.Called called : scope.walk().calls(function)) {
        Calls.text(called.call(), 1).ifPresent(it -> use(kind, it));
      }
    }
    for (String name : variables) {
      for (Walk.Used used : scope.walk().variables(name)) {
        Variable variable = used.variable();
        variable.constantSubname().ifPresent(it -> use(kind, new Use(it, variable.span())));
      }
    }
  }

  private void use(String kind, Literal.Text name) {
    if (name.value().indexOf('$') < 0) {
      use(kind, new Use(name.value(), name.span()));
    }
  }

  private void use(String kind, Use use) {
    uses.computeIfAbsent(kind, _ -> new TreeMap<>(Comparator.naturalOrder()))
        .put(use.span().start(), use);
  }

  private void check(String kind, List<Use> all) {
    Map<String, Use> different = new LinkedHashMap<>();
    for (Use use : all) {
      if (different.putIfAbsent(use.name(), use) == null && different.size() == MOST + 1) {
        scope
            .report()
            .fatal(
                "too-many-flags",
                Stage.START,
                use.span(),
                "Flag %s is the 33rd %s flag; there can be 32.".formatted(use.name(), kind),
                "Use variables for what is left.");
        return;
      }
    }
    if (different.size() == MOST && all.size() > MOST) {
      scope
          .report()
          .lesser(
              "all-flags-used",
              Severity.UNKNOWN,
              all.getLast().span(),
              "All 32 " + kind + " flags are used, some more than once.",
              "OpenSIPS looks up no flag any more after the 32nd, so the order decides.",
              "Use one flag less.");
    }
  }
}
