package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.internal.text.LineIndex;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Word;
import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Adds, removes and renames routes. */
final class RouteEdits {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|[0-9]+");

  private final SyntaxTree tree;
  private final Facts facts;
  private final Draft draft;
  private final Layout layout;
  private final LineIndex lines;

  RouteEdits(SyntaxTree tree, Facts facts) {
    this.tree = tree;
    this.facts = facts;
    this.draft = new Draft(tree);
    this.layout = new Layout(tree);
    this.lines = new LineIndex(tree.text());
  }

  static Optional<Item.Route> find(SyntaxTree tree, RouteName wanted) {
    for (Item item : tree.items()) {
      if (item instanceof Item.Route route && RouteName.of(route).equals(wanted)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  Edited rename(RouteName from, String to) {
    Optional<Item.Route> route = find(tree, from);
    if (route.isEmpty()) {
      return new Edited.Refused("There is no " + from + " in this text.");
    }
    Optional<Word> name = route.get().name();
    if (name.isEmpty()) {
      return new Edited.Refused("A " + from.kind() + " without a name can't be renamed.");
    }
    if (from.kind().equals("event_route")) {
      return new Edited.Refused("An event_route is named after its event.");
    }
    if (!NAME.matcher(to).matches()) {
      return new Edited.Refused(
          "A route's name is letters, digits and underscores, or a number: not " + to + ".");
    }
    if (find(tree, new RouteName(from.kind(), Optional.of(to))).isPresent()) {
      return new Edited.Refused("There is a " + from.kind() + "[" + to + "] already.");
    }
    Optional<RouteParameters.ByParameter> implied =
        RouteParameters.byDefault(facts, new Loaded(tree, facts), from.kind(), name.get().text());
    if (implied.isPresent() && !set(implied.get())) {
      return new Edited.Refused(
          "Module "
              + implied.get().module()
              + " calls "
              + from
              + " by the default of its parameter "
              + implied.get().name()
              + "; set that parameter first.");
    }
    return renamed(from, name.get(), to);
  }

  private boolean set(RouteParameters.ByParameter parameter) {
    return tree.items().stream()
        .anyMatch(item ->
            item instanceof Item.ModuleParameter set
                && set.module().value().equals(parameter.module())
                && set.name().value().equals(parameter.name()));
  }

  private Edited renamed(RouteName from, Word name, String to) {
    draft.replace(name.span(), requoted(name.span(), to));
    draft.change(from + " is named " + to + ".");
    for (RouteUse use : RouteUse.all(tree)) {
      boolean same = use.kind().equals(from.kind());
      if (same && use.name().filter(name.text()::equals).isPresent()) {
        draft.replace(use.span(), requoted(use.span(), to));
        draft.change("Line " + lines.line(use.span().start()) + " names it so.");
      } else if (same && use.name().isEmpty()) {
        draft.note(
            "Line "
                + lines.line(use.span().start())
                + " tells the route at run time, perhaps this one: "
                + use.span().in(tree.text()));
      }
    }
    includes();
    return draft.done();
  }

  private String requoted(Span span, String name) {
    String former = span.in(tree.text());
    char quote = former.isEmpty() ? ' ' : former.charAt(0);
    return quote == '"' || quote == '\'' ? quote + name + quote : name;
  }

  private void includes() {
    for (Item item : tree.items()) {
      if (item instanceof Item.Include) {
        draft.note("Look also into what line " + lines.line(item.span().start()) + " includes.");
      }
    }
  }

  Edited remove(RouteName name) {
    Optional<Item.Route> route = find(tree, name);
    if (route.isEmpty()) {
      return new Edited.Refused("There is no " + name + " in this text.");
    }
    List<String> users = new ArrayList<>();
    for (RouteUse use : RouteUse.all(tree)) {
      boolean itself = route.get().span().holds(use.span());
      if (!itself && use.kind().equals(name.kind()) && use.name().equals(name.name())) {
        users.add("line " + lines.line(use.span().start()));
      }
    }
    if (!users.isEmpty()) {
      return new Edited.Refused(name + " is used: " + String.join(", ", users) + ".");
    }
    includes();
    return draft.replace(layout.lines(route.get().span()), "").change(name + " is gone.").done();
  }

  Edited add(String text) {
    SyntaxTree added = Parser.parse(text);
    if (!added.faults().isEmpty()) {
      return new Edited.Refused("The new route is wrong: " + added.faults().getFirst().message());
    }
    for (Item item : added.items()) {
      if (!(item instanceof Item.Route route)) {
        return new Edited.Refused(Meaning.head(added, item) + " is no route.");
      }
      if (find(tree, RouteName.of(route)).isPresent()) {
        return new Edited.Refused("There is a " + RouteName.of(route) + " already.");
      }
      draft.change(RouteName.of(route) + " is new.");
    }
    if (added.items().isEmpty()) {
      return new Edited.Refused("There is no route in the new text.");
    }
    int end = tree.text().length();
    String gap = tree.text().isBlank() || tree.text().endsWith("\n\n") ? "" : "\n";
    String body = text.strip().replace("\r\n", "\n");
    return draft.insert(end, layout.block(end, gap + body)).done();
  }
}
