package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Strings of parameters that a module looks into when it starts: URLs of databases and of key-value
 * stores, whose driver must be loaded, variables, and secrets of one length.
 */
final class FormRules {
  private static final String DATABASE = "db_";
  private static final String STORE = "cachedb_";

  /** What a template fills in, so that the value is not known. */
  private static final List<String> OPEN = List.of("${", "{{", "{%", "<%", "@@");

  /**
   * What is set.
   *
   * @param module for which module
   * @param name the parameter's name
   * @param value its value
   */
  private record Setting(String module, String name, Literal value) {}

  private static final String SHAPE = "shape:";

  private final Scope scope;
  private final Map<Parameters.Key, List<String>> shapes = new HashMap<>();

  FormRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (List<String> row : Table.rows("parameter-forms", scope.version(), 2)) {
      String module = row.get(0);
      if (row.get(4).startsWith(SHAPE)) {
        shapes.put(new Parameters.Key(module, row.get(1)), row);
      } else if (scope.loaded().has(module) && applies(row)) {
        scope
            .parameters()
            .find(module, row.get(1))
            .ifPresent(
                it -> check(new Setting(module, it.name().value(), it.value()), row.get(4), row));
      }
    }
    defaultDatabase().ifPresent(this::checkDefault);
    checkShapes();
  }

  /** What modules look into while the file is read: every setting counts, not only the last. */
  private void checkShapes() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.ModuleParameter it) {
        List<String> row = shapes.get(new Parameters.Key(it.module().value(), it.name().value()));
        if (row != null
            && it.value() instanceof Literal.Text text
            && scope.loaded().before(row.get(0), it.span().start())) {
          Setting setting = new Setting(row.get(0), row.get(1), text);
          like(setting, Stage.READING, row.get(4).substring(SHAPE.length()), field(row, 7));
        }
      }
    }
  }

  /** Some rows count only while another parameter has one of some values, or none of them. */
  private boolean applies(List<String> row) {
    String values = field(row, 6);
    if (values.isEmpty()) {
      return true;
    }
    boolean without = values.startsWith("!");
    List<String> wanted = List.of(values.substring(without ? 1 : 0).split(",", -1));
    boolean has =
        scope
            .parameters()
            .find(row.get(0), row.get(5))
            .map(Item.ModuleParameter::value)
            .filter(it -> wanted.contains(plain(it)))
            .isPresent();
    return has != without;
  }

  private static String plain(Literal value) {
    Optional<Long> number = Values.asNumber(value);
    if (number.isPresent()) {
      return number.get().toString();
    }
    return value instanceof Literal.Text text ? text.value() : "";
  }

  private static String field(List<String> row, int index) {
    return index < row.size() ? row.get(index) : "";
  }

  private Optional<Literal> defaultDatabase() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Setting setting
          && setting.name().text().equals("db_default_url")
          && !setting.value().isEmpty()) {
        return Optional.of(setting.value().getFirst());
      }
    }
    return Optional.empty();
  }

  /** Modules that must have a database, and say nothing of it, take the one of all. */
  private void checkDefault(Literal value) {
    for (List<String> row : Table.rows("module-needs", scope.version(), 3)) {
      if (row.get(1).equals("p")
          && row.get(2).equals("db_url")
          && scope.loaded().has(row.get(0))
          && scope.parameters().find(row.get(0), "db_url").isEmpty()) {
        check(new Setting(row.get(0), "db_default_url", value), "database", row);
        return;
      }
    }
  }

  private void check(Setting setting, String form, List<String> row) {
    if (!(setting.value() instanceof Literal.Text text)
        || OPEN.stream().anyMatch(text.value()::contains)) {
      return;
    }
    String value = text.value();
    int colon = form.indexOf(':');
    String argument = form.substring(colon + 1);
    switch (colon < 0 ? form : form.substring(0, colon)) {
      case "database" -> driver(setting, value, DATABASE);
      case "store" -> driver(setting, value, STORE);
      case "store-or-empty" -> unlessEmpty(value, () -> driver(setting, value, STORE));
      case "variable" -> variable(setting, value);
      case "variable-or-empty" -> unlessEmpty(value, () -> variable(setting, value));
      case "length" -> length(setting, value, Integer.parseInt(argument));
      case "like" -> like(setting, Stage.START, argument, field(row, 7));
      case "beside" -> beside(setting, argument);
      default -> throw new IllegalStateException("There is no form " + form);
    }
  }

  private static void unlessEmpty(String value, Runnable check) {
    if (!value.isEmpty()) {
      check.run();
    }
  }

  /** The driver is the one that the text up to the first colon names, as it is written. */
  private void driver(Setting setting, String value, String drivers) {
    if (scope.loaded().names().stream().noneMatch(it -> it.startsWith(drivers))) {
      // that none is loaded at all is told where it is told for all modules
      return;
    }
    int colon = value.indexOf(':');
    String scheme = colon < 0 ? value : value.substring(0, colon);
    boolean store = drivers.equals(STORE);
    if (scope.loaded().has(drivers + scheme) && (colon >= 0 || !store)) {
      return;
    }
    boolean known = colon >= 0 && scope.module(drivers + scheme).isPresent();
    report(
        "driver-not-loaded",
        setting,
        known
            ? "Module %s with this %s needs module %s, which is not loaded."
                .formatted(setting.module(), setting.name(), drivers + scheme)
            : "%s for module %s does not begin with the name of a %s that %s has."
                .formatted(
                    setting.name(),
                    setting.module(),
                    store ? "key-value store" : "database",
                    scope.opensips()),
        known ? "Load module " + drivers + scheme + "." : meant(scheme, drivers));
  }

  private String meant(String scheme, String drivers) {
    List<String> schemes =
        scope.facts().modules().stream()
            .map(ModuleFacts::name)
            .filter(it -> it.startsWith(drivers))
            .map(it -> it.substring(drivers.length()))
            .toList();
    List<String> loaded = schemes.stream().filter(it -> scope.loaded().has(drivers + it)).toList();
    return Words.meant(Nearest.close().to(scheme, schemes))
        .orElse("Begin it with " + Words.or(loaded) + " and a colon.");
  }

  private void variable(Setting setting, String value) {
    if (!value.stripLeading().startsWith("$")) {
      report(
          "not-a-variable",
          setting,
          "Parameter %s of module %s takes a variable, and %s is none."
              .formatted(
                  setting.name(),
                  setting.module(),
                  value.isEmpty() ? "an empty text" : Words.brief(value)),
          value.matches("[A-Za-z0-9_]+")
              ? "Write $avp(" + value + ")."
              : "Write a variable, for example $avp(name).");
    }
  }

  private void length(Setting setting, String value, int wanted) {
    if (value.length() != wanted && value.indexOf('\\') < 0) {
      report(
          "parameter-length",
          setting,
          "Parameter %s of module %s takes %d characters and gets %d."
              .formatted(setting.name(), setting.module(), wanted, value.length()),
          "Write " + wanted + " characters.");
    }
  }

  private void like(Setting setting, Stage stage, String pattern, String sample) {
    String value = setting.value() instanceof Literal.Text text ? text.value() : "";
    if (value.indexOf('\\') < 0
        && OPEN.stream().noneMatch(value::contains)
        && !Pattern.compile(pattern, Pattern.DOTALL).matcher(value).matches()) {
      scope
          .report()
          .fatal(
              "parameter-value",
              stage,
              setting.value().span(),
              "Parameter %s of module %s takes no value \"%s\"."
                  .formatted(setting.name(), setting.module(), Words.brief(value)),
              "Write it like " + sample + ".");
    }
  }

  private void beside(Setting setting, String module) {
    if (!scope.loaded().has(module)) {
      report(
          "missing-companion",
          setting,
          "Module %s with %s needs module %s, which is not loaded."
              .formatted(setting.module(), setting.name(), module),
          "Load module " + module + ".");
    }
  }

  private void report(String id, Setting setting, String message, String fix) {
    scope.report().fatal(id, Stage.START, setting.value().span(), message, fix);
  }
}
