package dev.opensipsmcp.cfg.check;

import dev.opensipsmcp.cfg.internal.check.Table;
import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Nearest;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks names up: what a function, variable, transformation, parameter or module is in a version,
 * whether its module is loaded or not, and which versions have it. Immutable and safe to share.
 */
public final class Names {
  private final Facts facts;
  private final Map<String, List<Home<ScriptFunction>>> functions = new HashMap<>();
  private final Map<String, List<Home<ScriptFunction>>> asyncFunctions = new HashMap<>();
  private final Map<String, List<Home<PseudoVariable>>> variables = new HashMap<>();
  private final Map<String, List<String>> parameters = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> transformations = new HashMap<>();
  private final Map<String, String> families = new HashMap<>();

  /**
   * Makes the lookup of a version; the facts are read once, here.
   *
   * @param facts the version's facts
   */
  public Names(Facts facts) {
    this.facts = facts;
    CoreFacts core = facts.core();
    add(functions, "core", core.functions());
    addVariables("core", core.pseudoVariables());
    for (ModuleFacts module : facts.modules()) {
      add(functions, module.name(), module.functions());
      add(asyncFunctions, module.name(), module.asyncFunctions());
      addVariables(module.name(), module.pseudoVariables());
      module.parameters().forEach(it -> add(parameters, it.name(), module.name()));
    }
    functions.replaceAll((_, homes) -> List.copyOf(homes));
    asyncFunctions.replaceAll((_, homes) -> List.copyOf(homes));
    variables.replaceAll((_, homes) -> List.copyOf(homes));
    parameters.replaceAll((_, modules) -> List.copyOf(modules));
    readTransformations();
  }

  private static void add(
      Map<String, List<Home<ScriptFunction>>> map, String module, List<ScriptFunction> all) {
    for (ScriptFunction function : all) {
      add(map, function.name(), new Home<>(module, function));
    }
  }

  private void addVariables(String module, List<PseudoVariable> all) {
    for (PseudoVariable variable : all) {
      add(variables, variable.name().substring(1), new Home<>(module, variable));
    }
  }

  private static <T> void add(Map<String, List<T>> map, String name, T what) {
    map.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(what);
  }

  private void readTransformations() {
    for (List<String> row : Table.rows("transformations", facts.version(), 2)) {
      families.put(row.get(1), row.get(0));
      transformations
          .computeIfAbsent(row.get(0), _ -> new HashMap<>())
          .computeIfAbsent(row.get(1), _ -> new TreeSet<>())
          .addAll(Arrays.asList(row.get(4).split(" ", -1)));
    }
    transformations.values().forEach(it -> it.replaceAll((_, names) -> Set.copyOf(names)));
  }

  /** {@return the facts that are looked into} */
  public Facts facts() {
    return facts;
  }

  /** {@return every function of the name that scripts can call, the core's first} */
  public List<Home<ScriptFunction>> functions(String name) {
    return functions.getOrDefault(name, List.of());
  }

  /** {@return every function of the name that {@code async} and {@code launch} can call} */
  public List<Home<ScriptFunction>> asyncFunctions(String name) {
    return asyncFunctions.getOrDefault(name, List.of());
  }

  /**
   * {@return every variable of the name}
   *
   * @param name without the dollar sign
   */
  public List<Home<PseudoVariable>> variables(String name) {
    return variables.getOrDefault(name, List.of());
  }

  /** {@return the modules that have a parameter of the name} */
  public List<String> modulesWithParameter(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /**
   * {@return the module that has a class of transformations, {@code core} for most; nothing when
   * there is no such class} Case does not count.
   *
   * @param family the class, {@code s}
   */
  public Optional<String> moduleOfTransformations(String family) {
    return Optional.ofNullable(families.get(family.toLowerCase(Locale.ROOT)));
  }

  /**
   * {@return the names of a class of transformations, sorted; none when there is no such class}
   *
   * @param family the class, {@code s}
   */
  public Set<String> transformations(String family) {
    String lower = family.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(families.get(lower))
        .map(it -> transformations.getOrDefault(it, Map.of()).getOrDefault(lower, Set.of()))
        .orElse(Set.of());
  }

  /** {@return the classes of transformations} */
  public Set<String> transformationFamilies() {
    return Set.copyOf(families.keySet());
  }

  /** {@return the names of functions that are like this one, best first, at most three} */
  public List<String> functionsLike(String name) {
    return Nearest.close().to(name, functions.keySet());
  }

  /** {@return the names of asynchronous functions that are like this one, best first} */
  public List<String> asyncFunctionsLike(String name) {
    return Nearest.close().to(name, asyncFunctions.keySet());
  }

  /** {@return the names of variables, without the dollar sign, that are like this one} */
  public List<String> variablesLike(String name) {
    return Nearest.close().to(name, variables.keySet());
  }

  /** {@return the modules whose names are like this one, best first, at most three} */
  public List<String> modulesLike(String name) {
    return Nearest.close().to(name, facts.modules().stream().map(ModuleFacts::name).toList());
  }

  /** {@return the versions that have a module, oldest first} */
  public static List<Version> versionsOfModule(String module) {
    return versions(it -> it.module(module).isPresent());
  }

  /** {@return the versions in which the core or any module has a function, oldest first} */
  public static List<Version> versionsOfFunction(String name) {
    return versions(it ->
        has(it.core().functions(), name)
            || it.modules().stream().anyMatch(module -> has(module.functions(), name)));
  }

  /** {@return the versions in which a module has a parameter, oldest first} */
  public static List<Version> versionsOfParameter(String module, String parameter) {
    return versions(it -> it.module(module).flatMap(m -> m.parameter(parameter)).isPresent());
  }

  /** {@return the versions that have a global parameter under any spelling, oldest first} */
  public static List<Version> versionsOfGlobalParameter(String name) {
    return versions(it -> it.core().globalParameter(name).isPresent());
  }

  /** {@return the versions in which the core or any module has a variable, oldest first} */
  public static List<Version> versionsOfVariable(String name) {
    String full = '$' + name;
    return versions(it ->
        hasVariable(it.core().pseudoVariables(), full)
            || it.modules().stream()
                .anyMatch(module -> hasVariable(module.pseudoVariables(), full)));
  }

  private static boolean has(List<ScriptFunction> functions, String name) {
    return functions.stream().anyMatch(it -> it.name().equals(name));
  }

  private static boolean hasVariable(List<PseudoVariable> variables, String name) {
    return variables.stream().anyMatch(it -> it.name().equals(name));
  }

  private static List<Version> versions(Predicate<Facts> has) {
    return Arrays.stream(Version.values()).filter(it -> has.test(Facts.of(it))).toList();
  }
}
