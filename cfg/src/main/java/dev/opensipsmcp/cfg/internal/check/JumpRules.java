package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jumps to routes, and functions and parameters that name one. */
final class JumpRules {
  private record Naming(int argument, String kind) {}

  private final Scope scope;
  private final Map<String, List<Naming>> functions = new HashMap<>();
  private final Map<List<String>, String> parameters = new HashMap<>();
  private final Memo<Optional<String>> nearest = new Memo<>(Optional.empty());

  JumpRules(Scope scope) {
    this.scope = scope;
    for (List<String> row : Table.rows("route-names", scope.version(), 5)) {
      if (row.get(1).equals("f")) {
        functions
            .computeIfAbsent(row.get(2), _ -> new ArrayList<>(2))
            .add(new Naming(Integer.parseInt(row.get(3)), row.get(4)));
      } else {
        parameters.put(List.of(row.get(0), row.get(2)), row.get(4));
      }
    }
  }

  void check() {
    scope.walk().calls().forEach(it -> check(it.call()));
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.ModuleParameter parameter) {
        check(parameter);
      }
    }
  }

  private void check(Call call) {
    switch (call.function().text()) {
      case "route" -> jump(call);
      case "async", "launch" -> resume(call);
      default -> {
        for (Naming naming : functions.getOrDefault(call.function().text(), List.of())) {
          arm(call, naming);
        }
      }
    }
  }

  private void jump(Call call) {
    if (call.parentheses() && call.arguments().isEmpty()) {
      scope
          .report()
          .fatal(
              "jump-without-name",
              Stage.READING,
              call.span(),
              "route() names no route to jump to.",
              "Write route(name).");
    }
    Calls.routeName(call, 1)
        .filter(it -> scope.routes().target(it).isEmpty())
        .ifPresent(it ->
            undefined(
                call.arguments().getFirst().span(),
                "route(" + Words.brief(it) + ") jumps to a route that is not defined.",
                "route",
                it));
  }

  private void arm(Call call, Naming naming) {
    Calls.text(call, naming.argument())
        .filter(it -> it.quoted() && it.value().indexOf('$') < 0)
        .filter(it -> scope.routes().find(naming.kind(), it.value()).isEmpty())
        .ifPresent(it ->
            undefined(
                it.span(),
                "%s names %s[%s], which is not defined."
                    .formatted(call.function().text(), naming.kind(), Words.brief(it.value())),
                naming.kind(),
                it.value()));
  }

  private void check(Item.ModuleParameter item) {
    String kind = parameters.get(List.of(item.module().value(), item.name().value()));
    if (kind != null
        && item.value() instanceof Literal.Text text
        && scope.loaded().has(item.module().value())
        && !text.value().isEmpty()
        && scope.routes().find(kind, text.value()).isEmpty()) {
      undefined(
          text.span(),
          "Parameter %s of module %s names %s[%s], which is not defined."
              .formatted(
                  item.name().value(), item.module().value(), kind, Words.brief(text.value())),
          kind,
          text.value());
    }
  }

  private void undefined(Span span, String message, String kind, String name) {
    scope
        .report()
        .fatal(
            "undefined-route",
            Stage.START,
            span,
            message,
            near(kind, name)
                .or(() -> Optional.of("Define " + kind + "[" + Words.brief(name) + "].")));
  }

  private Optional<String> near(String kind, String name) {
    return nearest.get(
        kind + ' ' + name, () -> Words.meant(Nearest.close().to(name, scope.routes().names(kind))));
  }

  /** A start only warns, if at all: the request is lost once the answer has come. */
  private void resume(Call call) {
    if (call.arguments().size() < 2) {
      return;
    }
    Argument argument = call.arguments().get(1);
    Calls.routeName(call, 2)
        .filter(it -> scope.routes().find("route", it).isEmpty())
        .ifPresent(it ->
            scope
                .report()
                .lesser(
                    "undefined-resume-route",
                    Severity.HIGH,
                    argument.span(),
                    call.function().text()
                        + " goes on in route["
                        + Words.brief(it)
                        + "], which is not defined.",
                    "OpenSIPS starts with it, and has nowhere to go on when the answer comes.",
                    near("route", it).orElse("Define route[" + Words.brief(it) + "].")));
  }
}
