package dev.opensipsmcp.server.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Dependency;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Looks words of opensips.cfg up in the facts of a version. */
public final class Topics {
  private final Facts facts;
  private final String topic;
  private final List<JsonObject> found = new ArrayList<>();

  private Topics(Facts facts, String topic) {
    this.facts = facts;
    this.topic = topic;
  }

  /**
   * {@return everything that a word means in a version; nothing when it means nothing there}
   *
   * @param facts the version's
   * @param topic a module, {@code module.parameter}, {@code $variable}, a function, a parameter, a
   *     global parameter, a statement, a route's kind or an MI command
   */
  public static List<JsonObject> in(Facts facts, String topic) {
    Topics topics = new Topics(facts, topic);
    topics.look();
    return List.copyOf(topics.found);
  }

  /** {@return words that a version knows, for what somebody may have meant} */
  public static Set<String> names(Facts facts) {
    Set<String> names = new TreeSet<>();
    facts.core().globalParameters().forEach(it -> names.add(it.name()));
    facts.core().functions().forEach(it -> names.add(it.name()));
    facts.core().pseudoVariables().forEach(it -> names.add(it.name()));
    for (ModuleFacts module : facts.modules()) {
      names.add(module.name());
      module.functions().forEach(it -> names.add(it.name()));
      module.pseudoVariables().forEach(it -> names.add(it.name()));
      module.parameters().forEach(it -> names.add(module.name() + "." + it.name()));
    }
    facts.mi().commands().forEach(it -> names.add(it.name()));
    return names;
  }

  private void look() {
    int dot = topic.indexOf('.');
    if (dot > 0) {
      facts
          .module(topic.substring(0, dot))
          .ifPresent(module -> parameter(module, topic.substring(dot + 1)));
      return;
    }
    if (topic.startsWith("$")) {
      variables();
      return;
    }
    facts.module(topic).ifPresent(this::module);
    facts.core().globalParameter(topic).ifPresent(this::global);
    functions("core", facts.core().functions());
    for (ModuleFacts module : facts.modules()) {
      functions(module.name(), module.functions());
      parameter(module, topic);
    }
    words();
    commands();
  }

  private JsonObject add(String kind, String name) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", kind);
    json.addProperty("name", name);
    found.add(json);
    return json;
  }

  private void module(ModuleFacts module) {
    JsonObject json = add("module", module.name());
    json.addProperty("built_in", module.builtIn());
    json.add("dependencies", texts(module.dependencies().stream().map(Topics::words).toList()));
    json.add("parameters", texts(names(module.parameters(), ModuleParameter::name)));
    json.add("functions", texts(names(module.functions(), ScriptFunction::name)));
    json.add("variables", texts(names(module.pseudoVariables(), PseudoVariable::name)));
    json.add("mi_commands", texts(module.miCommands()));
    json.addProperty("statistics", module.statistics().size());
    json.addProperty("events", module.events().size());
  }

  private static <T> List<String> names(
      Collection<T> all, Function<T, String> name) {
    return all.stream().map(name).distinct().toList();
  }

  private static String words(Dependency dependency) {
    String policy =
        switch (dependency.policy()) {
          case ABORT -> "needs ";
          case WARN -> "wants ";
          case SILENT -> "uses ";
        };
    String what =
        switch (dependency.kind()) {
          case MODULE -> "module " + dependency.module();
          case SQLDB -> "an SQL driver " + dependency.module();
          case CACHEDB -> "a cache driver " + dependency.module();
          case AAA -> "an AAA driver " + dependency.module();
        };
    return (policy + what).strip() + (dependency.conditional() ? ", with some parameters" : "");
  }

  private void parameter(ModuleFacts module, String name) {
    Optional<ModuleParameter> parameter = module.parameter(name);
    if (parameter.isPresent()) {
      JsonObject json = add("module parameter", name);
      json.addProperty("module", module.name());
      json.addProperty(
          "form", parameter.get().type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      parameter.get().defaultValue().ifPresent(value -> json.addProperty("default", value));
    }
  }

  private void global(GlobalParameter global) {
    JsonObject json = add("global parameter", global.name());
    json.add("other_names", texts(global.otherNames()));
    json.add(
        "form",
        texts(
            global.forms().stream()
                .map(form -> form.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .sorted()
                .toList()));
    global.defaultValue().ifPresent(value -> json.addProperty("default", value));
  }

  private void functions(String module, List<ScriptFunction> functions) {
    for (ScriptFunction function : functions) {
      if (function.name().equals(topic)) {
        JsonObject json = add("function", function.name());
        json.addProperty("module", module);
        json.addProperty("form", form(function));
        json.add(
            "routes",
            texts(
                function.routes().stream()
                    .map(route -> route.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList()));
      }
    }
  }

  private static String form(ScriptFunction function) {
    StringBuilder form = new StringBuilder(function.name()).append('(');
    boolean first = true;
    for (FunctionParameter parameter : function.parameters()) {
      form.append(first ? "" : ", ")
          .append(parameter.optional() ? "[" : "")
          .append(parameter.name())
          .append(": ")
          .append(parameter.type().name().toLowerCase(Locale.ROOT))
          .append(parameter.output() ? ", set by the function" : "")
          .append(parameter.optional() ? "]" : "");
      first = false;
    }
    return form.append(')').toString();
  }

  private void variables() {
    int end = topic.indexOf('(');
    String name = end > 0 ? topic.substring(0, end) : topic;
    variables(name, "core", facts.core().pseudoVariables());
    facts.modules().forEach(module -> variables(name, module.name(), module.pseudoVariables()));
  }

  private void variables(String name, String module, List<PseudoVariable> variables) {
    for (PseudoVariable variable : variables) {
      if (variable.name().equals(name)) {
        JsonObject json = add("variable", name);
        json.addProperty("module", module);
        json.addProperty("writable", variable.writable());
        json.addProperty(
            "form",
            name
                + (variable.takesName() ? "(name)" : "")
                + (variable.takesIndex() ? ", with an index in brackets" : ""));
      }
    }
  }

  private void words() {
    if (facts.core().statements().contains(topic)) {
      add("statement", topic);
    }
    if (facts.core().routeBlocks().contains(topic)) {
      add("route", topic);
    }
    if (facts.core().transformations().contains(topic)) {
      add("class of transformations", topic);
    }
  }

  private void commands() {
    for (MiCommand command : facts.mi().commands()) {
      if (command.name().equals(topic)
          || command.localName().equals(topic)
          || command.aliases().contains(topic)) {
        JsonObject json = add("MI command", command.name());
        json.addProperty("module", command.module());
        json.add("aliases", texts(command.aliases()));
        json.add(
            "form",
            texts(
                command.recipes().stream()
                    .map(Recipe::names)
                    .map(names -> names.isEmpty() ? "without parameters" : String.join(", ", names))
                    .toList()));
      }
    }
  }

  private static JsonArray texts(Collection<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
