package dev.opensipsmcp.facts.internal;

import static dev.opensipsmcp.facts.internal.Comparison.difference;

import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.ModuleChanges;
import dev.opensipsmcp.facts.ModuleChanges.DefaultChange;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Statistic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares a module in two versions. */
final class ModuleComparison {
  private ModuleComparison() {}

  static ModuleChanges of(ModuleFacts before, ModuleFacts after) {
    return new ModuleChanges(
        difference(before.parameters(), after.parameters(), ModuleParameter::name),
        defaults(before, after),
        difference(before.functions(), after.functions(), ScriptFunction::name),
        difference(before.asyncFunctions(), after.asyncFunctions(), ScriptFunction::name),
        changedFunctions(before, after),
        difference(before.pseudoVariables(), after.pseudoVariables(), PseudoVariable::name),
        difference(declared(before), declared(after), Statistic::name),
        difference(before.events(), after.events(), Event::name));
  }

  /** Only these are known of every version. */
  private static List<Statistic> declared(ModuleFacts module) {
    return module.statistics().stream().filter(Statistic::declared).toList();
  }

  private static List<DefaultChange> defaults(ModuleFacts before, ModuleFacts after) {
    List<DefaultChange> changes = new ArrayList<>();
    for (ModuleParameter now : after.parameters()) {
      Optional<ModuleParameter> then = before.parameter(now.name());
      if (then.isPresent() && !then.get().defaultValue().equals(now.defaultValue())) {
        changes.add(new DefaultChange(now.name(), then.get().defaultValue(), now.defaultValue()));
      }
    }
    return changes;
  }

  private static List<String> changedFunctions(ModuleFacts before, ModuleFacts after) {
    TreeSet<String> changed = new TreeSet<>();
    for (ScriptFunction function : after.functions()) {
      Set<Form> then = forms(before.functions(), function.name());
      if (!then.isEmpty() && !then.equals(forms(after.functions(), function.name()))) {
        changed.add(function.name());
      }
    }
    return List.copyOf(changed);
  }

  /** A way to call a function, without the parameters' names, which only manuals give. */
  private record Form(List<String> parameters, Set<RouteKind> routes) {}

  private static Set<Form> forms(List<ScriptFunction> functions, String name) {
    Set<Form> forms = new HashSet<>();
    for (ScriptFunction function : functions) {
      if (function.name().equals(name)) {
        List<String> parameters = new ArrayList<>();
        for (FunctionParameter parameter : function.parameters()) {
          parameters.add(parameter.type() + (parameter.optional() ? "?" : ""));
        }
        forms.add(new Form(parameters, function.routes()));
      }
    }
    return forms;
  }
}
