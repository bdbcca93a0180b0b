package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.Nearest;
import dev.opensipsmcp.facts.ParameterType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code modparam}: is the module loaded by then, has it the parameter, does the type fit. */
final class ParameterRules {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.]+");

  private final Scope scope;

  /** Those loaded so far that the version has; only these are matched with patterns. */
  private final Set<String> known = new LinkedHashSet<>();

  /** All loaded so far, in lower case. */
  private final Set<String> all = new HashSet<>();

  private final Map<Parameters.Key, String> exceptions = new HashMap<>();
  private final Memo<Optional<String>> hints = new Memo<>(Optional.empty());

  ParameterRules(Scope scope) {
    this.scope = scope;
    for (List<String> row : Table.rows("parameter-exceptions", scope.version(), 3)) {
      exceptions.put(new Parameters.Key(row.get(0), row.get(1)), row.get(2));
    }
  }

  void check() {
    for (Item item : scope.tree().items()) {
      switch (item) {
        case Item.LoadModule module -> load(module.module());
        case Item.ModuleParameter parameter -> check(parameter);
        default -> {}
      }
    }
  }

  private void load(String module) {
    all.add(module.toLowerCase(Locale.ROOT));
    if (scope.module(module).isPresent()) {
      known.add(module);
    }
  }

  private void check(Item.ModuleParameter item) {
    String wanted = item.module().value();
    Optional<ModulePattern> pattern = ModulePattern.of(wanted);
    if (pattern.isEmpty()) {
      undecided(item);
      return;
    }
    List<String> matching = known.stream().filter(pattern.get()::matches).toList();
    if (matching.isEmpty() && !all.contains(wanted.toLowerCase(Locale.ROOT))) {
      notLoaded(item, pattern.get());
    }
    for (String module : matching) {
      scope.module(module).ifPresent(it -> check(item, it));
    }
  }

  private void undecided(Item.ModuleParameter item) {
    scope
        .report()
        .lesser(
            "undecided-module-pattern",
            Severity.UNKNOWN,
            item.module().span(),
            "The pattern " + Words.brief(item.module().value()) + " for modules was not tried.",
            "It is too involved to say which modules it stands for.",
            "Name the modules, or join their names with |.");
  }

  private void notLoaded(Item.ModuleParameter item, ModulePattern pattern) {
    String wanted = item.module().value();
    Optional<String> later =
        scope.facts().modules().stream()
            .map(ModuleFacts::name)
            .filter(scope.loaded()::has)
            .filter(pattern::matches)
            .findFirst();
    Optional<String> fix =
        later
            .map(it -> "Move this modparam below loadmodule \"" + it + ".so\".")
            .or(() -> hints.get(wanted, () -> unloaded(wanted)));
    scope
        .report()
        .fatal(
            later.isPresent() ? "parameter-before-module" : "module-not-loaded",
            Stage.READING,
            item.module().span(),
            later.isPresent()
                ? "modparam sets "
                    + item.name().value()
                    + " before module "
                    + wanted
                    + " is loaded."
                : "modparam names module " + Words.brief(wanted) + ", which is not loaded.",
            fix);
  }

  private Optional<String> unloaded(String wanted) {
    return PLAIN.matcher(wanted).matches() && scope.module(wanted).isPresent()
        ? Optional.of("Load the module above, or remove the modparam.")
        : Words.meant(Nearest.close().to(wanted, known))
            .or(() -> Words.meant(scope.names().modulesLike(wanted)));
  }

  private void check(Item.ModuleParameter item, ModuleFacts module) {
    String name = item.name().value();
    Optional<ModuleParameter> parameter = module.parameter(name);
    String exception = exceptions.getOrDefault(new Parameters.Key(module.name(), name), "");
    if (parameter.isEmpty()) {
      unknown(item, module, name);
    } else if (exception.equals("build")) {
      dependsOnBuild(item, module, name);
    } else if (!exception.equals("both")) {
      checkType(item, module, parameter.get());
    }
  }

  private void dependsOnBuild(Item.ModuleParameter item, ModuleFacts module, String name) {
    scope
        .report()
        .lesser(
            "depends-on-build",
            Severity.UNKNOWN,
            item.name().span(),
            "Parameter %s of module %s is there only in some builds."
                .formatted(name, module.name()),
            "A usual build refuses the file; which one yours is, the facts can't tell.",
            "Remove this modparam unless you built OpenSIPS for it.");
  }

  private void unknown(Item.ModuleParameter item, ModuleFacts module, String name) {
    scope
        .report()
        .fatal(
            "unknown-parameter",
            Stage.READING,
            item.name().span(),
            "Module %s has no parameter %s in %s%s."
                .formatted(
                    module.name(),
                    Words.brief(name),
                    scope.version().label(),
                    Words.elsewhere(
                        Names.versionsOfParameter(module.name(), name), scope.version())),
            hints.get(module.name() + '/' + name, () -> hint(module, name)));
  }

  private Optional<String> hint(ModuleFacts module, String name) {
    List<String> names = module.parameters().stream().map(ModuleParameter::name).toList();
    return Renames.of("p", module.name() + '/' + name, scope.version())
        .map(it -> "Use " + it + ", which took its place.")
        .or(() -> Words.meant(Nearest.close().to(name, names)))
        .or(() -> ofOther(name))
        .or(() -> Optional.of("Remove this modparam."));
  }

  private Optional<String> ofOther(String name) {
    List<String> others =
        scope.names().modulesWithParameter(name).stream().filter(scope.loaded()::has).toList();
    return others.size() == 1
        ? Optional.of("Module " + others.getFirst() + " has a parameter of that name.")
        : Optional.empty();
  }

  private void checkType(Item.ModuleParameter item, ModuleFacts module, ModuleParameter parameter) {
    boolean number = Values.number(item.value());
    String where = "Parameter " + parameter.name() + " of module " + module.name();
    if (number && parameter.type() == ParameterType.STRING) {
      scope
          .report()
          .fatal(
              "parameter-type",
              Stage.READING,
              item.value().span(),
              where + " takes a string and gets a number.",
              "Put the value in quotes.");
    } else if (!number && parameter.type() == ParameterType.INT) {
      Optional<Long> inQuotes =
          item.value() instanceof Literal.Text text ? Values.whole(text.value()) : Optional.empty();
      scope
          .report()
          .fatal(
              "parameter-type",
              Stage.READING,
              item.value().span(),
              where + " takes a number and gets a string.",
              inQuotes
                  .map(it -> "Write " + it + " without quotes.")
                  .orElse("Write a number without quotes."));
    }
  }
}
