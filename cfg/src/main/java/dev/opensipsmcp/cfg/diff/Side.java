package dev.opensipsmcp.cfg.diff;

import dev.opensipsmcp.cfg.internal.meaning.Line;
import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One of two configurations that are compared, sorted by what its items are. */
final class Side {
  final SyntaxTree tree;
  final List<String> modules = new ArrayList<>();
  final List<String> listeners = new ArrayList<>();
  final List<String> others = new ArrayList<>();
  final Map<Parameter, List<String>> parameters = new LinkedHashMap<>();
  final Map<Parameter, List<String>> settings = new LinkedHashMap<>();
  final Map<String, Item.Route> routes = new LinkedHashMap<>();

  /** Each item: its head, and all that it says. */
  final List<Said> items = new ArrayList<>();

  /** A parameter of a module, or a global one, whose module is empty. */
  record Parameter(String module, String name) {}

  /** An item's head, which tells what it is, and what it says in full. */
  record Said(String head, String all) {}

  Side(SyntaxTree tree) {
    this.tree = tree;
    for (Item item : tree.items()) {
      String head = Meaning.head(tree, item);
      items.add(new Said(head, said(item)));
      sort(item, head);
    }
  }

  private void sort(Item item, String head) {
    switch (item) {
      case Item.LoadModule load -> modules.add(load.module());
      case Item.ModuleParameter set ->
          parameters
              .computeIfAbsent(
                  new Parameter(set.module().value(), set.name().value()), _ -> new ArrayList<>())
              .add(Meaning.of(set.value()));
      case Item.Setting set ->
          settings
              .computeIfAbsent(new Parameter("", set.name().text()), _ -> new ArrayList<>())
              .add(head.substring(set.name().text().length() + 1));
      case Item.Listener _ -> listeners.add(head);
      case Item.Route route -> routes.put(key(route), route);
      case Item.Special _, Item.ModulePath _, Item.Include _, Item.Unreadable _ -> others.add(head);
    }
  }

  private String key(Item.Route route) {
    String name = route.name().map(word -> "[" + word.text() + "]").orElse("");
    String key = route.kind().text() + name;
    String free = key;
    for (int i = 2; routes.containsKey(free); i++) {
      free = key + " #" + i;
    }
    return free;
  }

  Item.Route route(String key) {
    return Objects.requireNonNull(routes.get(key), "no route of that name");
  }

  private String said(Item item) {
    StringBuilder all = new StringBuilder();
    for (Line line : Meaning.of(tree, List.of(item))) {
      all.append(line.depth()).append(' ').append(line.text()).append('\n');
    }
    return all.toString();
  }

  List<String> comments() {
    List<String> comments = new ArrayList<>();
    for (Token token : tree.tokens()) {
      if (token.kind() == Token.Kind.COMMENT) {
        comments.add(token.span().in(tree.text()).strip());
      }
    }
    return comments;
  }
}
