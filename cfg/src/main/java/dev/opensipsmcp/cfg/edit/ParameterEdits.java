package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets, adds and removes parameters of modules. */
final class ParameterEdits {
  private final SyntaxTree tree;
  private final Facts facts;
  private final Draft draft;
  private final Layout layout;
  private final Loaded loaded;

  ParameterEdits(SyntaxTree tree, Facts facts) {
    this.tree = tree;
    this.facts = facts;
    this.draft = new Draft(tree);
    this.layout = new Layout(tree);
    this.loaded = new Loaded(tree, facts);
  }

  /** {@return why a parameter can't be set so, or nothing} */
  static Optional<String> objection(Facts facts, String module, Parameter parameter) {
    Optional<ModuleFacts> known = facts.module(module);
    if (known.isEmpty()) {
      return Optional.of(
          Names.missing(facts, "module " + module, other -> other.module(module).isPresent()));
    }
    Optional<ModuleParameter> type = known.get().parameter(parameter.name());
    if (type.isEmpty()) {
      return Optional.of(
          Names.missing(
              facts,
              "parameter " + parameter.name() + " of module " + module,
              other ->
                  other.module(module).flatMap(m -> m.parameter(parameter.name())).isPresent()));
    }
    boolean fits =
        switch (parameter.value()) {
          case Value.Int _ -> type.get().type() != ParameterType.STRING;
          case Value.Text _ -> type.get().type() != ParameterType.INT;
          case Value.Bare _ -> false;
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "Parameter "
                + parameter.name()
                + " of module "
                + module
                + " takes "
                + words(type.get().type())
                + ".");
  }

  private static String words(ParameterType type) {
    return switch (type) {
      case STRING -> "a string";
      case INT -> "a number";
      case STRING_OR_INT -> "a string or a number";
    };
  }

  static String line(String module, Parameter parameter) {
    return "modparam(\""
        + module
        + "\", \""
        + parameter.name()
        + "\", "
        + parameter.value().written()
        + ")";
  }

  Edited set(String module, Parameter parameter) {
    List<Item.ModuleParameter> standing = standing(module, parameter.name());
    if (standing.size() > 1) {
      return new Edited.Refused(
          "Parameter "
              + parameter.name()
              + " of "
              + module
              + " is set "
              + standing.size()
              + " times, and each may count; remove the one that is meant, and add the new one.");
    }
    return standing.isEmpty()
        ? add(module, parameter)
        : change(module, parameter, standing.getFirst().value());
  }

  private Edited change(String module, Parameter parameter, Literal former) {
    Optional<String> objection = objection(facts, module, parameter);
    if (objection.isPresent()) {
      return new Edited.Refused(objection.get());
    }
    String written = parameter.value().written();
    if (former.span().in(tree.text()).equals(written)) {
      return draft.note("Parameter " + parameter.name() + " has this value already.").done();
    }
    return draft
        .replace(former.span(), written)
        .change(
            "Parameter "
                + parameter.name()
                + " of "
                + module
                + " changes from "
                + Meaning.of(former)
                + " to "
                + written
                + ".")
        .done();
  }

  Edited add(String module, Parameter parameter) {
    Optional<String> objection = objection(facts, module, parameter);
    if (objection.isPresent()) {
      return new Edited.Refused(objection.get());
    }
    if (!loaded.has(module)) {
      return new Edited.Refused("Module " + module + " is not loaded here.");
    }
    Span neighbour = neighbour(module);
    int offset = layout.behind(neighbour);
    String indentation = layout.indentation(neighbour.start());
    return draft
        .insert(offset, layout.block(offset, indentation + line(module, parameter)))
        .change(
            "Parameter "
                + parameter.name()
                + " of "
                + module
                + " is set to "
                + parameter.value().written()
                + ".")
        .done();
  }

  /** {@return the last parameter of a loaded module, else where it is loaded} */
  private Span neighbour(String module) {
    Span found = loaded.load(module).map(Item.LoadModule::span).orElseThrow();
    for (Item item : tree.items()) {
      if (item instanceof Item.ModuleParameter set && set.module().value().equals(module)) {
        found = set.span();
      }
    }
    return found;
  }

  Edited remove(String module, String name, Optional<Value> value) {
    List<Item.ModuleParameter> standing = standing(module, name);
    standing.removeIf(
        set -> value.isPresent() && !Meaning.of(set.value()).equals(value.get().written()));
    if (standing.isEmpty()) {
      return new Edited.Refused(
          "Parameter "
              + name
              + " of "
              + module
              + " is not set"
              + value.map(v -> " to " + v.written()).orElse("")
              + " here.");
    }
    if (standing.size() > 1 && value.isEmpty()) {
      return new Edited.Refused(
          "Parameter "
              + name
              + " of "
              + module
              + " is set "
              + standing.size()
              + " times; say with which value.");
    }
    for (Item.ModuleParameter set : standing) {
      draft
          .replace(layout.lines(set.span()), "")
          .change(
              "Parameter "
                  + name
                  + " of "
                  + module
                  + ", which was "
                  + Meaning.of(set.value())
                  + ", is no longer set.");
    }
    return draft.done();
  }

  private List<Item.ModuleParameter> standing(String module, String name) {
    List<Item.ModuleParameter> standing = new ArrayList<>();
    for (Item item : tree.items()) {
      if (item instanceof Item.ModuleParameter set
          && set.module().value().equals(module)
          && set.name().value().equals(name)) {
        standing.add(set);
      }
    }
    return standing;
  }
}
