package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Statistic;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that one version has a name for, by the names that people use for it. */
final class Catalogue {
  private static final String CORE = "core";
  private static final Map<Version, Catalogue> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, List<Thing>> exact = new HashMap<>();
  private final Map<String, List<Thing>> folded = new HashMap<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<Thing> things = new LinkedHashSet<>();

  private Catalogue(Facts facts) {
    facts.core().globalParameters().forEach(this::directive);
    facts.core().keywords().forEach(this::keyword);
    facts.core().functions().forEach(function -> function(Topic.FUNCTION, CORE, function));
    facts.core().pseudoVariables().forEach(variable -> variable(CORE, variable));
    facts.core().transformations().forEach(this::transformation);
    facts.modules().forEach(this::module);
    facts.mi().commands().forEach(this::command);
    facts.statistics().forEach(this::statistic);
    facts.events().forEach(this::event);
    FlagThings.of(facts.version()).forEach(flag -> add(flag, flag.name()));
  }

  static Catalogue of(Version version) {
    return KNOWN.computeIfAbsent(version, key -> new Catalogue(Facts.of(key)));
  }

  /** {@return what a name means; in other case only when nothing is written just so} */
  List<Thing> find(String name) {
    List<Thing> found = exact.getOrDefault(name, List.of());
    return found.isEmpty() ? folded.getOrDefault(key(name), List.of()) : found;
  }

  /** {@return every name, in its own spelling} */
  Set<String> names() {
    return names;
  }

  /** {@return all things, each once} */
  Set<Thing> things() {
    return things;
  }

  /** Case is no reason not to find something. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void add(Thing thing, String... spellings) {
    names.add(thing.name());
    things.add(thing);
    for (String name : spellings) {
      put(exact, name, thing);
      put(folded, key(name), thing);
    }
  }

  private static void put(Map<String, List<Thing>> things, String name, Thing thing) {
    List<Thing> found = things.computeIfAbsent(name, _ -> new ArrayList<>());
    if (!found.contains(thing)) {
      found.add(thing);
    }
  }

  private void directive(GlobalParameter parameter) {
    List<String> others = parameter.otherNames();
    String more =
        others.isEmpty() ? "" : "It may also be written " + String.join(", ", others) + ".";
    Thing thing =
        new Thing(
            Topic.DIRECTIVE,
            parameter.name(),
            CORE,
            Wording.forms(parameter.forms()),
            parameter.defaultValue(),
            more);
    add(thing, parameter.name());
    others.forEach(other -> add(thing, other));
  }

  private void keyword(String word) {
    boolean better = !find(word).isEmpty();
    if (!better) {
      add(new Thing(Topic.KEYWORD, word, CORE, "", Optional.empty(), ""), word);
    }
  }

  private void transformation(String name) {
    String more = "It is written $(variable{" + name + ".operation}).";
    add(
        new Thing(Topic.TRANSFORMATION, name, CORE, "", Optional.empty(), more),
        name,
        "{" + name + "}");
  }

  private void module(ModuleFacts module) {
    String name = module.name();
    add(
        new Thing(
            Topic.MODULE,
            name,
            name,
            Wording.needs(module),
            Optional.empty(),
            Wording.contents(module)),
        name,
        name + ".so");
    module.parameters().forEach(parameter -> parameter(name, parameter));
    module.functions().forEach(function -> function(Topic.FUNCTION, name, function));
    module.asyncFunctions().forEach(function -> function(Topic.ASYNC_FUNCTION, name, function));
    module.pseudoVariables().forEach(variable -> variable(name, variable));
  }

  private void parameter(String module, ModuleParameter parameter) {
    Thing thing =
        new Thing(
            Topic.PARAMETER,
            parameter.name(),
            module,
            Wording.type(parameter.type()),
            parameter.defaultValue(),
            Wording.example(module, parameter));
    String name = parameter.name();
    add(thing, name, module + "." + name, module + " " + name, module + ":" + name);
  }

  private void function(Topic topic, String module, ScriptFunction function) {
    String name = function.name();
    Thing thing =
        new Thing(
            topic,
            name,
            module,
            Wording.signature(function),
            Optional.empty(),
            topic == Topic.FUNCTION ? Wording.routes(function.routes()) : "");
    add(thing, name, name + "()", module + "." + name);
  }

  private void variable(String module, PseudoVariable variable) {
    String name = variable.name();
    add(
        new Thing(Topic.VARIABLE, name, module, Wording.variable(variable), Optional.empty(), ""),
        name,
        name.substring(1),
        "$(" + name.substring(1) + ")");
  }

  private void command(MiCommand command) {
    Thing thing =
        new Thing(
            Topic.MI_COMMAND,
            command.name(),
            command.module(),
            Wording.recipes(command),
            Optional.empty(),
            Wording.conduct(command));
    add(thing, command.name());
    command.aliases().forEach(alias -> add(thing, alias));
  }

  private void statistic(Statistic statistic) {
    add(
        new Thing(
            Topic.STATISTIC,
            statistic.fullName(),
            statistic.group(),
            statistic.counter() ? "It only counts up." : "It goes up and down.",
            Optional.empty(),
            ""),
        statistic.fullName(),
        statistic.name());
  }

  private void event(Event event) {
    String form =
        event.parameters().isEmpty()
            ? ""
            : "It carries " + String.join(", ", event.parameters()) + ".";
    add(
        new Thing(Topic.EVENT, event.name(), event.module(), form, Optional.empty(), ""),
        event.name());
  }
}
