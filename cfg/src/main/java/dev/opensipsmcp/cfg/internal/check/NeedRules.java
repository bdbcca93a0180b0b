package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import java.util.List;

/** What a module does not start without: parameters without a default, and modules it looks for. */
final class NeedRules {
  private final Scope scope;
  private final boolean defaultDatabase;

  NeedRules(Scope scope) {
    this.scope = scope;
    defaultDatabase =
        scope.tree().items().stream()
            .anyMatch(it ->
                it instanceof Item.Setting setting
                    && setting.name().text().equals("db_default_url"));
  }

  void check() {
    for (List<String> row : Table.rows("module-needs", scope.version(), 3)) {
      List<String> wanted = List.of(row.get(2).split(" ", -1));
      boolean parameter = row.get(1).equals("p");
      scope
          .loaded()
          .find(row.get(0))
          .filter(_ -> parameter ? !isSet(row.get(0), wanted) : !isLoaded(wanted))
          .ifPresent(it -> report(it, parameter, wanted));
    }
  }

  private boolean isSet(String module, List<String> wanted) {
    return (defaultDatabase && wanted.contains("db_url"))
        || wanted.stream().anyMatch(it -> scope.parameters().find(module, it).isPresent());
  }

  private boolean isLoaded(List<String> wanted) {
    return wanted.stream().anyMatch(scope.loaded()::has);
  }

  private void report(Item.LoadModule item, boolean parameter, List<String> wanted) {
    String module = item.module();
    scope
        .report()
        .fatal(
            parameter ? "missing-parameter" : "missing-companion",
            Stage.START,
            item.span(),
            parameter
                ? "Module %s does not start without its parameter %s."
                    .formatted(module, Words.or(wanted))
                : "Module %s does not start without module %s.".formatted(module, Words.or(wanted)),
            parameter
                ? "Set it: modparam(\"" + module + "\", \"" + wanted.getFirst() + "\", …)."
                : "Load module " + Words.or(wanted) + ".");
  }
}
