package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the functions of a version take, by name. */
final class Signatures {
  private final Map<String, List<ScriptFunction>> functions = new HashMap<>();

  /**
   * Collects the functions of the core and of the loaded modules.
   *
   * @param others whether a name that none of these has is taken from the other modules, since a
   *     file that is included may load them
   */
  Signatures(Facts facts, Set<String> loaded, boolean others) {
    add(facts.core().functions());
    for (ModuleFacts module : facts.modules()) {
      if (loaded.contains(module.name()) || module.builtIn()) {
        add(module.functions());
        add(module.asyncFunctions());
      }
    }
    if (!others) {
      return;
    }
    Map<String, List<ScriptFunction>> more = new HashMap<>();
    for (ModuleFacts module : facts.modules()) {
      for (ScriptFunction function : module.functions()) {
        if (!functions.containsKey(function.name())) {
          more.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
        }
      }
    }
    functions.putAll(more);
  }

  private void add(List<ScriptFunction> more) {
    for (ScriptFunction function : more) {
      functions.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
    }
  }

  /** {@return the names of the functions} */
  Set<String> names() {
    return functions.keySet();
  }

  /** {@return what a function takes at a position, when all of its forms agree} */
  Optional<FunctionParameter.Type> type(String function, int index) {
    List<FunctionParameter.Type> types =
        functions.getOrDefault(function, List.of()).stream()
            .filter(form -> form.parameters().size() > index)
            .map(form -> form.parameters().get(index).type())
            .distinct()
            .toList();
    return types.size() == 1 ? Optional.of(types.getFirst()) : Optional.empty();
  }
}
