package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.migrate.Decision;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.ParameterType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the target version does not know although every step was made: nothing goes unsaid. */
final class Leftovers {
  private static final String ID = "unknown-name";

  private Leftovers() {}

  static Step step(Release to) {
    return new Step(ID, to, "", "facts of the target version", List.of(), Leftovers::find);
  }

  static boolean isOne(Decision decision) {
    return decision.step().equals(ID);
  }

  private static void find(Scene scene) {
    Script script = scene.script();
    dialects(scene);
    for (Fault fault : script.tree().faults()) {
      scene.ask(
          fault.span(),
          "This can't be understood: " + fault.message(),
          fault.suggestion().orElse("Mend it, and migrate again."));
    }
    for (Item.Include include : script.includes()) {
      scene.ask(
          include.span(),
          "The included file was not looked at.",
          "Migrate " + include.path().value() + " too.");
    }
    modules(scene);
    settings(scene);
    functions(scene);
    variables(scene);
  }

  /** A template, or a file of Kamailio: said once for each kind. */
  private static void dialects(Scene scene) {
    Set<Dialect.Kind> said = EnumSet.noneOf(Dialect.Kind.class);
    for (Dialect dialect : Dialect.of(scene.script().tree())) {
      if (said.add(dialect.kind())) {
        scene.ask(dialect.evidence(), dialect.message(), dialect.instead());
      }
    }
  }

  private static void modules(Scene scene) {
    Facts facts = scene.facts();
    String version = facts.version().label();
    for (Item.LoadModule load : scene.script().loads()) {
      if (facts.module(load.module()).isEmpty()) {
        scene.ask(
            load.span(),
            "OpenSIPS " + version + " has no module " + load.module() + ".",
            "Take it out with what uses it, unless it is a module of your own.");
      }
    }
    for (Item.ModuleParameter parameter : scene.script().parameters()) {
      String name = parameter.name().value();
      for (String module : named(scene, parameter)) {
        Optional<ModuleFacts> known = facts.module(module);
        Optional<ModuleParameter> same = known.flatMap(m -> m.parameter(name));
        if (known.isPresent() && same.isEmpty()) {
          scene.ask(
              parameter.span(),
              "Module " + module + " of " + version + " has no parameter " + name + ".",
              "Take it out, or look for what took its place.");
        } else if (same.isPresent() && !takes(same.get().type(), parameter.value())) {
          scene.ask(
              parameter.span(),
              "Parameter "
                  + name
                  + " takes "
                  + (same.get().type() == ParameterType.INT ? "a number" : "a string")
                  + " in "
                  + version
                  + ".",
              "Write the value as " + version + " takes it.");
        }
      }
    }
  }

  private static boolean takes(ParameterType type, Literal value) {
    return switch (type) {
      case STRING_OR_INT -> true;
      case INT -> value instanceof Literal.Number;
      case STRING -> value instanceof Literal.Text;
    };
  }

  private static List<String> named(Scene scene, Item.ModuleParameter parameter) {
    String written = parameter.module().value();
    return ModulePattern.single(written)
        ? List.of(written)
        : scene.script().modules().stream().filter(m -> ModulePattern.meets(written, m)).toList();
  }

  private static void settings(Scene scene) {
    CoreFacts core = scene.facts().core();
    for (Item item : scene.script().tree().items()) {
      if (item instanceof Item.Setting setting
          && core.globalParameter(setting.name().text()).isEmpty()) {
        scene.ask(
            setting.span(),
            "OpenSIPS "
                + scene.facts().version().label()
                + " has no setting "
                + setting.name().text()
                + ".",
            "Take it out, or look for what took its place.");
      }
    }
  }

  private static void functions(Scene scene) {
    Script script = scene.script();
    Set<String> loaded = new Signatures(scene.facts(), script.modules(), false).names();
    Set<String> any = new Signatures(scene.facts(), script.modules(), true).names();
    Set<String> words = Set.copyOf(scene.facts().core().statements());
    boolean whole = script.includes().isEmpty();
    for (String function : script.calledFunctions()) {
      if (loaded.contains(function)
          || words.contains(function)
          || function.equals("exit")
          || (!whole && any.contains(function))) {
        continue;
      }
      for (Call call : script.calls(function)) {
        scene.ask(
            call.span(),
            any.contains(function)
                ? "No loaded module has a function " + function + "."
                : "OpenSIPS "
                    + scene.facts().version().label()
                    + " has no function "
                    + function
                    + ".",
            any.contains(function)
                ? "Load the module that has it."
                : "Look for what took its place, unless it is one of a module of your own.");
      }
    }
  }

  private static void variables(Scene scene) {
    Set<String> known =
        scene.facts().core().pseudoVariables().stream()
            .map(v -> v.name().substring(1))
            .collect(Collectors.toSet());
    for (ModuleFacts module : scene.facts().modules()) {
      module.pseudoVariables().forEach(v -> known.add(v.name().substring(1)));
    }
    for (String name : scene.script().usedVariables()) {
      if (!known.contains(name)) {
        for (VariableUse use : scene.script().variables(name)) {
          scene.ask(
              use.span(),
              "OpenSIPS " + scene.facts().version().label() + " has no variable $" + name + ".",
              "Look for what took its place; a plain dollar sign in a string is written $$.");
        }
      }
    }
  }
}
