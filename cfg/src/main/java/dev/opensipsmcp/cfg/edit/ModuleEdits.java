package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.internal.text.LineIndex;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Dependency;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds and removes modules. */
final class ModuleEdits {
  private final SyntaxTree tree;
  private final Facts facts;
  private final Draft draft;
  private final Layout layout;
  private final Loaded loaded;

  ModuleEdits(SyntaxTree tree, Facts facts) {
    this.tree = tree;
    this.facts = facts;
    this.draft = new Draft(tree);
    this.layout = new Layout(tree);
    this.loaded = new Loaded(tree, facts);
  }

  Edited add(String module, List<Parameter> parameters) {
    Optional<ModuleFacts> known = facts.module(module);
    if (known.isEmpty()) {
      return new Edited.Refused(
          Names.missing(facts, "module " + module, other -> other.module(module).isPresent()));
    }
    if (loaded.load(module).isPresent()) {
      return new Edited.Refused("Module " + module + " is loaded already.");
    }
    for (Parameter parameter : parameters) {
      Optional<String> objection = ParameterEdits.objection(facts, module, parameter);
      if (objection.isPresent()) {
        return new Edited.Refused(objection.get());
      }
    }
    Map<String, ModuleFacts> wanted = new LinkedHashMap<>();
    for (ModuleFacts driver : Drivers.drivers(facts, parameters)) {
      if (!loaded.has(driver.name())) {
        wanted.put(driver.name(), driver);
      }
    }
    Optional<String> lacking = collect(known.get(), parameters, wanted);
    if (lacking.isPresent()) {
      return new Edited.Refused(lacking.get());
    }
    insert(wanted, module, parameters);
    wanted.keySet().stream().filter(name -> !listens(name)).forEach(this::wantsListener);
    return draft.done();
  }

  /** A protocol without a listener is a warning up to 3.6, and 4.0 does not start with it. */
  private void wantsListener(String module) {
    draft.note(
        "Module "
            + module
            + " needs a listener of its protocol: add a socket before OpenSIPS "
            + facts.version().label()
            + " is started.");
  }

  private boolean listens(String module) {
    if (!module.startsWith("proto_")) {
      return true;
    }
    String protocol = module.substring("proto_".length());
    for (Item item : tree.items()) {
      if (item instanceof Item.Listener listener
          && listener.sockets().stream()
              .flatMap(socket -> socket.protocol().stream())
              .anyMatch(word -> word.text().startsWith(protocol))) {
        return true;
      }
    }
    return false;
  }

  /** Puts a module behind all that it needs; what is needed and can't be chosen is returned. */
  private Optional<String> collect(
      ModuleFacts module, List<Parameter> parameters, Map<String, ModuleFacts> wanted) {
    for (Dependency dependency : module.dependencies()) {
      boolean needed =
          dependency.policy() == Dependency.Policy.ABORT
              && !dependency.conditional()
              && !loaded.satisfies(dependency)
              && wanted.keySet().stream().noneMatch(name -> Loaded.matches(dependency, name));
      if (!needed) {
        continue;
      }
      Optional<ModuleFacts> driver = Drivers.choose(facts, dependency, parameters);
      if (driver.isEmpty()) {
        return Optional.of(Drivers.question(facts, module.name(), dependency));
      }
      Optional<String> lacking = collect(driver.get(), List.of(), wanted);
      if (lacking.isPresent()) {
        return lacking;
      }
    }
    wanted.putIfAbsent(module.name(), module);
    return Optional.empty();
  }

  private void insert(Map<String, ModuleFacts> wanted, String module, List<Parameter> parameters) {
    StringBuilder lines = new StringBuilder();
    for (String name : wanted.keySet()) {
      lines.append(lines.isEmpty() ? "" : "\n").append(loading(name));
      draft.change(
          name.equals(module)
              ? "Module " + name + " is loaded."
              : "Module " + name + " is loaded, which " + module + " needs.");
    }
    for (Parameter parameter : parameters) {
      lines.append('\n').append(ParameterEdits.line(module, parameter));
      draft.change(
          "Parameter "
              + parameter.name()
              + " of "
              + module
              + " is set to "
              + parameter.value().written()
              + ".");
    }
    Optional<Item.LoadModule> before = loaded.firstAfter(module);
    int offset =
        before.map(load -> layout.lines(load.span()).start()).orElseGet(this::behindModules);
    draft.insert(offset, layout.block(offset, lines.toString()));
  }

  /** Behind the last module with its parameters; where none is loaded, before the first route. */
  private int behindModules() {
    int last = -1;
    int firstRoute = -1;
    for (int i = 0; i < tree.items().size(); i++) {
      switch (tree.items().get(i)) {
        case Item.LoadModule _, Item.ModuleParameter _ -> last = i;
        case Item.Route _ -> firstRoute = firstRoute < 0 ? i : firstRoute;
        case Item.Setting _,
            Item.Listener _,
            Item.Special _,
            Item.ModulePath _,
            Item.Include _,
            Item.Unreadable _ -> {}
      }
    }
    if (last >= 0) {
      return layout.behind(tree.items().get(last).span());
    }
    if (firstRoute > 0) {
      return layout.behind(tree.items().get(firstRoute - 1).span());
    }
    return firstRoute == 0
        ? layout.lines(tree.items().getFirst().span()).start()
        : tree.text().length();
  }

  /** {@return a line in the style of the lines that are there: with or without a folder} */
  private String loading(String module) {
    String folder = "";
    if (loaded.last().isPresent()) {
      String path = loaded.last().get().path().value();
      folder = path.substring(0, path.lastIndexOf('/') + 1);
    }
    return "loadmodule \"" + folder + module + ".so\"";
  }

  Edited remove(String module) {
    if (loaded.load(module).isEmpty()) {
      return new Edited.Refused("Module " + module + " is not loaded here.");
    }
    List<String> dependents = loaded.dependents(module);
    if (!dependents.isEmpty()) {
      return new Edited.Refused(
          "Module " + module + " is needed by " + String.join(", ", dependents) + ".");
    }
    List<String> uses = new Uses(tree, facts, loaded).of(module);
    if (!uses.isEmpty()) {
      return new Edited.Refused(
          "Module " + module + " is in use: " + String.join(", ", uses) + ".");
    }
    for (Item item : tree.items()) {
      if (item instanceof Item.LoadModule load && load.module().equals(module)) {
        take(item, "Module " + module + " is no longer loaded.");
      } else if (item instanceof Item.ModuleParameter set && set.module().value().equals(module)) {
        take(item, "Parameter " + set.name().value() + " of " + module + " is no longer set.");
      } else if (item instanceof Item.ModuleParameter set
          && Patterns.matches(set.module().value(), module)) {
        draft.note(
            "Line "
                + line(item.span())
                + " sets a parameter of several modules, perhaps of "
                + module
                + " too: "
                + Meaning.head(tree, item));
      }
    }
    return draft.done();
  }

  private int line(Span span) {
    return new LineIndex(tree.text()).line(span.start());
  }

  private void take(Item item, String change) {
    draft.replace(layout.lines(item.span()), "").change(change);
  }
}
