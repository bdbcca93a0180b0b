package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Home;
import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Transformation;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.cfg.syntax.Word;
import dev.opensipsmcp.facts.Nearest;
import dev.opensipsmcp.facts.PseudoVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Variables and transformations: are they there, and may they be used like this. */
final class VariableRules {
  private static final List<String> CONTEXTS = List.of("request", "reply");
  private static final List<String> OPERATORS = List.of("and", "or", "not");

  /** Names the named form of a core variable that has two forms, with what it can do. */
  private final Map<String, String> twoForms = new HashMap<>();

  /** The names that a variable takes in parentheses, where only some will do. */
  private final Map<String, List<String>> subnames = new HashMap<>();

  private final Scope scope;
  private final VariableNameRules nameRules;
  private final VariableIndexRules indexRules;
  private final Map<String, Known> known = new HashMap<>();
  private final Memo<String> messages = new Memo<>("There is no such variable.");
  private final Memo<Optional<String>> hints = new Memo<>(Optional.empty());

  VariableRules(Scope scope) {
    this.scope = scope;
    nameRules = new VariableNameRules(scope);
    indexRules = new VariableIndexRules(scope);
    for (List<String> row : Table.rows("variable-names", scope.version(), 1)) {
      subnames.put(row.get(0), List.of(row.get(3).split(" ", -1)));
    }
    for (List<String> row : Table.rows("two-form-variables", scope.version(), 1)) {
      twoForms.put(row.get(0), row.get(3));
    }
  }

  void check() {
    for (Walk.Used used : scope.walk().variables()) {
      checkEnd(used.variable());
      check(used.variable(), Stage.READING, used.variable().span().start())
          .filter(_ -> used.written())
          .ifPresent(it -> checkWriting(used.variable(), it));
    }
  }

  /**
   * What is to be known of a name.
   *
   * @param operator what OpenSIPS's lexer would take for an operator in it
   * @param bare the variable of that name, where all modules are loaded above
   * @param named the same, written with a name in parentheses
   * @param core whether the core has it
   */
  private record Known(
      Optional<String> operator,
      Optional<PseudoVariable> bare,
      Optional<PseudoVariable> named,
      boolean core) {}

  private Known known(String name) {
    return known.computeIfAbsent(
        name,
        _ ->
            new Known(
                operatorIn(name),
                find(name, false, Integer.MAX_VALUE),
                find(name, true, Integer.MAX_VALUE),
                scope.names().variables(name).stream().anyMatch(Home::core)));
  }

  private static Optional<String> operatorIn(String name) {
    for (String operator : OPERATORS) {
      if (name.contains(operator)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /** OpenSIPS's lexer ends a variable where it sees an operator, even in the midst of its name. */
  private void checkEnd(Variable variable) {
    boolean bare = variable.span().start() + 1 == variable.name().span().start();
    if (!bare) {
      return;
    }
    String name = variable.name().text();
    Optional<String> operator = known(name).operator();
    if (operator.isPresent()) {
      scope
          .report()
          .fatal(
              "variable-cut-short",
              Stage.READING,
              variable.span(),
              "OpenSIPS takes the %s in $%s for an operator."
                  .formatted(operator.get(), Words.brief(name)),
              "Put it into parentheses: $(" + name + ").");
    }
  }

  /** Checks a variable in a string, where all modules count, those below as well. */
  void checkInText(Variable variable, Stage stage) {
    if (!variable.name().text().equals("$")) {
      check(variable, stage, Integer.MAX_VALUE);
    }
  }

  private Optional<PseudoVariable> check(Variable variable, Stage stage, int offset) {
    String name = variable.name().text();
    boolean named = !variable.subname().isEmpty();
    Known any = known(name);
    Optional<PseudoVariable> found =
        !scope.loaded().allBefore(offset)
            ? find(name, named, offset)
            : named ? any.named() : any.bare();
    if (found.isEmpty()) {
      unknown(variable, name, named, stage);
    } else {
      checkUse(variable, found.get(), named, stage);
      indexRules.check(variable, stage, any.core());
      checkSubname(variable, stage);
      nameRules.check(variable, stage);
      nameRules.wanted(variable).forEach(it -> check(it, stage, offset));
    }
    variable.context().ifPresent(it -> checkContext(variable, it));
    variable.transformations().forEach(it -> check(it, stage, offset));
    return found;
  }

  /** The core's variables are told apart by whether they are written with a name; modules' not. */
  private Optional<PseudoVariable> find(String name, boolean named, int offset) {
    for (Home<PseudoVariable> home : scope.names().variables(name)) {
      PseudoVariable what = home.what();
      String traits = twoForms.get(name);
      if (home.core()) {
        if (traits != null) {
          return Optional.of(
              named
                  ? new PseudoVariable(
                      what.name(), traits.contains("w"), true, traits.contains("i"))
                  : new PseudoVariable(what.name(), what.writable(), false, what.takesIndex()));
        }
        if (what.takesName() == named) {
          return Optional.of(what);
        }
      } else if (scope.loaded().before(home.module(), offset)) {
        return Optional.of(what);
      }
    }
    return Optional.empty();
  }

  private void unknown(Variable variable, String name, boolean named, Stage stage) {
    List<Home<PseudoVariable>> homes = scope.names().variables(name);
    Optional<Home<PseudoVariable>> core = homes.stream().filter(Home::core).findFirst();
    if (core.isPresent()) {
      scope
          .report()
          .fatal(
              "variable-form",
              stage,
              variable.span(),
              named
                  ? "$" + name + " takes no name in parentheses."
                  : "$" + name + " needs a name in parentheses.",
              named ? "Write $" + name + "." : "Write $" + name + "(name).");
      return;
    }
    List<String> modules = homes.stream().map(Home::module).distinct().toList();
    scope
        .report()
        .fatal(
            "unknown-variable",
            stage,
            variable.span(),
            modules.isEmpty()
                ? messages.get(name, () -> message(name))
                : "Variable $%s comes from module %s, which is %s."
                    .formatted(
                        name,
                        Words.or(modules),
                        modules.stream().anyMatch(scope.loaded()::has)
                            ? "loaded only below"
                            : "not loaded"),
            modules.isEmpty()
                ? hints.get(name, () -> hint(name))
                : Optional.of(Scope.load(modules)));
  }

  private String message(String name) {
    return "%s has no variable $%s%s."
        .formatted(
            scope.opensips(),
            Words.brief(name),
            Words.elsewhere(Names.versionsOfVariable(name), scope.version()));
  }

  private Optional<String> hint(String name) {
    return Words.meant(scope.names().variablesLike(name).stream().map(it -> "$" + it).toList());
  }

  private void checkUse(Variable variable, PseudoVariable found, boolean named, Stage stage) {
    if (named && !found.takesName()) {
      scope
          .report()
          .fatal(
              "variable-form",
              stage,
              variable.span(),
              found.name() + " takes no name in parentheses.",
              "Write " + found.name() + ".");
    } else if (!variable.index().isEmpty() && !found.takesIndex()) {
      scope
          .report()
          .fatal(
              "variable-index",
              stage,
              variable.span(),
              found.name() + " takes no index in brackets.",
              "Remove the index.");
    }
  }

  /** The messages of a transaction are tm's to give, and there are no other contexts. */
  private void checkContext(Variable variable, Word context) {
    boolean known = CONTEXTS.contains(context.text());
    if (!known || !scope.loaded().has("tm")) {
      scope
          .report()
          .fatal(
              "variable-context",
              Stage.START,
              variable.span(),
              known
                  ? "The context <"
                      + context.text()
                      + "> comes from module tm, which is not loaded."
                  : "There is no context <" + Words.brief(context.text()) + ">.",
              known ? "Load module tm." : "Write <request> or <reply>.");
    }
  }

  private void checkSubname(Variable variable, Stage stage) {
    String name = variable.name().text();
    List<String> known =
        variable.subname().isEmpty() ? List.of() : subnames.getOrDefault(name, List.of());
    if (known.isEmpty()) {
      return;
    }
    String subname = variable.constantSubname().orElse("a variable");
    if (known.stream().noneMatch(subname::equalsIgnoreCase)) {
      scope
          .report()
          .fatal(
              "variable-name",
              stage,
              variable.span(),
              "$%s knows nothing called %s.".formatted(name, Words.brief(subname)),
              Words.meant(Nearest.close().to(subname, known))
                  .or(() -> Optional.of("Write one of " + String.join(", ", known) + ".")));
    }
  }

  private void checkWriting(Variable variable, PseudoVariable found) {
    if (!found.writable()) {
      readOnly("read-only-variable", variable.span(), found.name() + " can't be assigned to.");
    } else if (!variable.transformations().isEmpty()) {
      readOnly(
          "transformed-target",
          variable.span(),
          found.name() + " is assigned to with a transformation.");
    }
  }

  private void readOnly(String id, Span span, String message) {
    scope
        .report()
        .fatal(id, Stage.READING, span, message, "Assign to a variable of your own: $var(name).");
  }

  private void check(Transformation transformation, Stage stage, int offset) {
    Names names = scope.names();
    String family = transformation.family();
    Optional<String> module = names.moduleOfTransformations(family);
    if (module.isEmpty()) {
      unknown(
          transformation,
          stage,
          "There is no class of transformations {" + Words.brief(family) + ".…}.",
          Words.meant(Nearest.close().to(family, names.transformationFamilies())));
    } else if (!module.get().equals("core") && !scope.loaded().before(module.get(), offset)) {
      unknown(
          transformation,
          stage,
          "Transformations {"
              + family
              + ".…} come from module "
              + module.get()
              + ", which is not loaded.",
          Optional.of(Scope.load(List.of(module.get()))));
    } else {
      Set<String> known = names.transformations(family);
      String name = transformation.name().strip().toLowerCase(Locale.ROOT);
      if (!known.contains(name) && !(family.equalsIgnoreCase("s") && name.startsWith("trim"))) {
        unknown(
            transformation,
            stage,
            "%s has no transformation {%s.%s}."
                .formatted(scope.opensips(), family, Words.brief(transformation.name())),
            hints.get(
                family + '.' + name,
                () ->
                    Words.meant(
                        Nearest.close().to(name, known).stream()
                            .map(it -> "{" + family + "." + it + "}")
                            .toList())));
      }
    }
  }

  private void unknown(
      Transformation transformation, Stage stage, String message, Optional<String> fix) {
    scope.report().fatal("unknown-transformation", stage, transformation.span(), message, fix);
  }
}
