package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * Strings of parameters that a module looks into when it starts: URLs of databases and of key-value
 * stores, whose driver must be loaded, variables, and secrets of one length.
 */
final class FormRules {
  private static final String DATABASE = "db_";
  private static final String STORE = "cachedb_";

  /** What a template fills in, so that the value is not known. */
  private static final List<String> OPEN = List.of("${", "{{", "{%", "<%", "@@");

  private final Scope scope;

  FormRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (List<String> row : Table.rows("parameter-forms", scope.version(), 2)) {
      if (scope.loaded().has(row.get(0))) {
        scope
            .parameters()
            .find(row.get(0), row.get(1))
            .ifPresent(it -> check(row.get(0), it, row.get(4)));
      }
    }
  }

  private void check(String module, Item.ModuleParameter item, String form) {
    if (!(item.value() instanceof Literal.Text text)
        || OPEN.stream().anyMatch(text.value()::contains)) {
      return;
    }
    String value = text.value();
    switch (form) {
      case "database" -> driver(module, item, text, DATABASE);
      case "database-or-empty" -> unlessEmpty(value, () -> driver(module, item, text, DATABASE));
      case "store" -> driver(module, item, text, STORE);
      case "store-or-empty" -> unlessEmpty(value, () -> driver(module, item, text, STORE));
      case "variable" -> variable(item, text);
      case "variable-or-empty" -> unlessEmpty(value, () -> variable(item, text));
      default -> length(item, text, Integer.parseInt(form.substring("length:".length())));
    }
  }

  private static void unlessEmpty(String value, Runnable check) {
    if (!value.isEmpty()) {
      check.run();
    }
  }

  /** The driver is the one that the text up to the first colon names, as it is written. */
  private void driver(
      String module, Item.ModuleParameter item, Literal.Text text, String drivers) {
    if (scope.loaded().names().stream().noneMatch(it -> it.startsWith(drivers))) {
      // that none is loaded at all is told where it is told for all modules
      return;
    }
    int colon = text.value().indexOf(':');
    String scheme = colon < 0 ? text.value() : text.value().substring(0, colon);
    boolean store = drivers.equals(STORE);
    if (scope.loaded().has(drivers + scheme) && (colon >= 0 || !store)) {
      return;
    }
    String what = store ? "a key-value store" : "a database";
    boolean known = colon >= 0 && scope.module(drivers + scheme).isPresent();
    report(
        "driver-not-loaded",
        item.value(),
        known
            ? "Module %s with this %s needs module %s, which is not loaded."
                .formatted(module, item.name().value(), drivers + scheme)
            : "%s of module %s does not begin with the name of %s that %s has."
                .formatted(item.name().value(), module, what, scope.opensips()),
        known ? Optional.of("Load module " + drivers + scheme + ".") : meant(scheme, drivers));
  }

  private Optional<String> meant(String scheme, String drivers) {
    List<String> schemes =
        scope.facts().modules().stream()
            .map(ModuleFacts::name)
            .filter(it -> it.startsWith(drivers))
            .map(it -> it.substring(drivers.length()))
            .toList();
    List<String> loaded = schemes.stream().filter(it -> scope.loaded().has(drivers + it)).toList();
    return Words.meant(Nearest.close().to(scheme, schemes))
        .or(() -> Optional.of("Begin it with " + Words.or(loaded) + ", then a colon."));
  }

  private void variable(Item.ModuleParameter item, Literal.Text text) {
    if (!text.value().stripLeading().startsWith("$")) {
      report(
          "not-a-variable",
          text,
          "Parameter %s of module %s takes a variable, and %s is none."
              .formatted(
                  item.name().value(),
                  item.module().value(),
                  text.value().isEmpty() ? "an empty text" : Words.brief(text.value())),
          Optional.of(
              text.value().matches("[A-Za-z0-9_]+")
                  ? "Write $avp(" + text.value() + ")."
                  : "Write a variable, for example $avp(name)."));
    }
  }

  private void length(Item.ModuleParameter item, Literal.Text text, int wanted) {
    if (text.value().length() != wanted && text.value().indexOf('\\') < 0) {
      report(
          "parameter-length",
          text,
          "Parameter %s of module %s takes %d characters and gets %d."
              .formatted(
                  item.name().value(), item.module().value(), wanted, text.value().length()),
          Optional.of("Write " + wanted + " characters."));
    }
  }

  private void report(String id, Literal value, String message, Optional<String> fix) {
    scope.report().fatal(id, Stage.START, value.span(), message, fix);
  }
}
