package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Dependency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What modules want loaded beside them, always or once a parameter is set. */
final class DependencyRules {
  private record Wish(String test, Dependency.Kind kind, String module) {}

  private final Scope scope;
  private final Map<Parameters.Key, List<Wish>> wishes = new HashMap<>();

  DependencyRules(Scope scope) {
    this.scope = scope;
    for (List<String> row : Table.rows("parameter-dependencies", scope.version(), 5)) {
      Dependency.Kind kind =
          switch (row.get(3)) {
            case "sqldb" -> Dependency.Kind.SQLDB;
            case "cachedb" -> Dependency.Kind.CACHEDB;
            case "aaa" -> Dependency.Kind.AAA;
            default -> Dependency.Kind.MODULE;
          };
      wishes
          .computeIfAbsent(new Parameters.Key(row.get(0), row.get(1)), _ -> new ArrayList<>(1))
          .add(new Wish(row.get(2), kind, row.get(4)));
    }
  }

  void check() {
    for (Item.LoadModule item : scope.loaded().items()) {
      scope
          .module(item.module())
          .ifPresent(it -> it.dependencies().forEach(wanted -> check(item, wanted)));
    }
    scope.parameters().all().forEach(this::check);
  }

  private void check(Item.LoadModule item, Dependency wanted) {
    if (wanted.policy() == Dependency.Policy.ABORT
        && !wanted.conditional()
        && !there(wanted.kind(), wanted.module(), item.module())) {
      missing(item.span(), "Module " + item.module(), wanted.kind(), wanted.module());
    }
  }

  /** A parameter that is set again loses what it wanted before. */
  private void check(Parameters.Key key, Item.ModuleParameter item) {
    if (!scope.loaded().has(key.module())) {
      return;
    }
    for (Wish wish : wishes.getOrDefault(key, List.of())) {
      if (counts(wish.test(), item.value()) && !there(wish.kind(), wish.module(), key.module())) {
        missing(
            item.span(),
            "Module " + key.module() + " with this " + key.parameter(),
            wish.kind(),
            wish.module());
      }
    }
  }

  private static boolean counts(String test, Literal value) {
    Optional<Long> number = Values.asNumber(value);
    String text = value instanceof Literal.Text it ? it.value() : "";
    int colon = test.indexOf(':');
    String wanted = test.substring(colon + 1);
    return switch (colon < 0 ? test : test.substring(0, colon)) {
      case "nonzero" -> number.filter(it -> it != 0).isPresent();
      case "positive" -> number.filter(it -> it > 0).isPresent();
      case "zero" -> number.filter(it -> it == 0).isPresent();
      case "in" -> number.filter(it -> among(wanted, it)).isPresent();
      case "nonempty" -> !text.isEmpty();
      case "not" -> !text.isEmpty() && !text.equals(wanted);
      case "is" -> text.equalsIgnoreCase(wanted);
      case "has" -> text.contains(wanted);
      default -> throw new IllegalStateException("There is no test " + test);
    };
  }

  private static boolean among(String numbers, long number) {
    return Arrays.asList(numbers.split(",", -1)).contains(Long.toString(number));
  }

  private boolean there(Dependency.Kind kind, String module, String self) {
    if (!module.isEmpty()) {
      return scope.loaded().has(module);
    }
    String prefix = prefix(kind);
    return scope.loaded().names().stream()
        .anyMatch(it -> it.startsWith(prefix) && !it.equals(self));
  }

  private static String prefix(Dependency.Kind kind) {
    return switch (kind) {
      case SQLDB -> "db_";
      case CACHEDB -> "cachedb_";
      case AAA -> "aaa_";
      case MODULE -> throw new IllegalStateException("A module is wanted by its name");
    };
  }

  private void missing(Span span, String who, Dependency.Kind kind, String module) {
    String what =
        switch (kind) {
          case MODULE -> "module " + module;
          case SQLDB -> "a database driver";
          case CACHEDB -> "a key-value store";
          case AAA -> "an AAA client";
        };
    scope
        .report()
        .fatal(
            "missing-dependency",
            Stage.READ,
            span,
            who + " needs " + what + ", which is not loaded.",
            switch (kind) {
              case MODULE -> "Load module " + module + ".";
              case SQLDB -> "Load the driver of the database, for example db_mysql.";
              case CACHEDB -> "Load the store's module, for example cachedb_local.";
              case AAA -> "Load the client's module, for example aaa_radius.";
            });
  }
}
