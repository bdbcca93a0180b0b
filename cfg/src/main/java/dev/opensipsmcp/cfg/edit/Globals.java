package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.GlobalParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets, adds and removes what stands outside of modules and routes. */
final class Globals {
  private final SyntaxTree tree;
  private final Facts facts;
  private final Draft draft;
  private final Layout layout;

  Globals(SyntaxTree tree, Facts facts) {
    this.tree = tree;
    this.facts = facts;
    this.draft = new Draft(tree);
    this.layout = new Layout(tree);
  }

  Edited set(String name, Value value) {
    Optional<String> objection = objection(name, value);
    if (objection.isPresent()) {
      return new Edited.Refused(objection.get());
    }
    List<Item> standing = standing(name);
    if (standing.size() > 1) {
      return new Edited.Refused(
          name
              + " stands "
              + standing.size()
              + " times, and each may count; remove the one that is meant, and add the new one.");
    }
    if (standing.isEmpty()) {
      return insert(name, value);
    }
    Span former = valueOf(standing.getFirst());
    if (former.in(tree.text()).equals(value.written())) {
      return draft.note(name + " has this value already.").done();
    }
    return draft
        .replace(former, value.written())
        .change(name + " changes from " + former.in(tree.text()) + " to " + value.written() + ".")
        .done();
  }

  Edited add(String name, Value value) {
    Optional<String> objection = objection(name, value);
    return objection.isPresent() ? new Edited.Refused(objection.get()) : insert(name, value);
  }

  Edited remove(String name, Optional<Value> value) {
    List<Item> standing = standing(name);
    standing.removeIf(
        item -> value.isPresent() && !valueOf(item).in(tree.text()).equals(value.get().written()));
    if (standing.isEmpty()) {
      return new Edited.Refused(
          name + " is not set" + value.map(v -> " to " + v.written()).orElse("") + " here.");
    }
    if (standing.size() > 1 && value.isEmpty()) {
      return new Edited.Refused(
          name + " stands " + standing.size() + " times; say with which value.");
    }
    for (Item item : standing) {
      draft.replace(layout.lines(item.span()), "").change(Meaning.head(tree, item) + " is gone.");
    }
    return draft.done();
  }

  private Optional<String> objection(String name, Value value) {
    Optional<GlobalParameter> known = facts.core().globalParameter(name);
    if (known.isEmpty()) {
      return Optional.of(
          Names.missing(
              facts,
              "global parameter " + name,
              other -> other.core().globalParameter(name).isPresent()));
    }
    boolean fits =
        switch (value) {
          case Value.Int(long number) ->
              known.get().forms().contains(GlobalParameter.Form.SIGNED_NUMBER)
                  || (number >= 0 && known.get().forms().contains(GlobalParameter.Form.NUMBER));
          case Value.Text _ -> known.get().forms().contains(GlobalParameter.Form.STRING);
          // the words yes and no stand for numbers; all else is for the parser to decide
          case Value.Bare _ -> true;
        };
    return fits
        ? Optional.empty()
        : Optional.of(name + " does not take the value " + value.written() + ".");
  }

  private Edited insert(String name, Value value) {
    int offset = place(name);
    return draft
        .insert(offset, layout.block(offset, name + "=" + value.written()))
        .change(name + " is set to " + value.written() + ".")
        .done();
  }

  /** Behind the last of its kind, else behind the last global parameter before the modules. */
  private int place(String name) {
    Optional<Span> kin = Optional.empty();
    Optional<Span> global = Optional.empty();
    boolean modules = false;
    for (Item item : tree.items()) {
      if (nameOf(item).isPresent()) {
        kin = nameOf(item).get().equals(name) ? Optional.of(item.span()) : kin;
        global = modules ? global : Optional.of(item.span());
      }
      modules |= item instanceof Item.LoadModule || item instanceof Item.Route;
    }
    Optional<Span> neighbour = kin.isPresent() ? kin : global;
    if (neighbour.isPresent()) {
      return layout.behind(neighbour.get());
    }
    return tree.items().isEmpty()
        ? tree.text().length()
        : layout.lineStart(tree.items().getFirst().span().start());
  }

  private List<Item> standing(String name) {
    List<String> spellings = new ArrayList<>(List.of(name));
    facts
        .core()
        .globalParameter(name)
        .ifPresent(known -> {
          spellings.add(known.name());
          spellings.addAll(known.otherNames());
        });
    List<Item> standing = new ArrayList<>();
    for (Item item : tree.items()) {
      if (nameOf(item).filter(spellings::contains).isPresent()) {
        standing.add(item);
      }
    }
    return standing;
  }

  private static Optional<String> nameOf(Item item) {
    return switch (item) {
      case Item.Setting setting -> Optional.of(setting.name().text());
      case Item.Listener listener -> Optional.of(listener.name().text());
      case Item.Special special -> Optional.of(special.name().text());
      case Item.ModulePath _ -> Optional.of("mpath");
      case Item.LoadModule _,
          Item.ModuleParameter _,
          Item.Route _,
          Item.Include _,
          Item.Unreadable _ ->
          Optional.empty();
    };
  }

  /** {@return what stands behind the equals sign} */
  private Span valueOf(Item item) {
    if (item instanceof Item.Setting(var _, List<Literal> value, var _) && !value.isEmpty()) {
      return value.getFirst().span().to(value.getLast().span());
    }
    String text = tree.text();
    int from = text.indexOf('=', item.span().start()) + 1;
    while (from < item.span().end() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return from > 0 && from <= item.span().end() ? new Span(from, item.span().end()) : item.span();
  }
}
