package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.List;

/** Goes through a configuration once and notes what an outline tells. */
final class Outliner {
  private final Program program;
  private final Facts facts;
  private final List<Listening> listening = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private final List<Global> globals = new ArrayList<>();
  private final List<RouteOutline> routes = new ArrayList<>();
  private final List<Secret> secrets = new ArrayList<>();
  private final Peers peers;

  Outliner(Program program, Facts facts) {
    this.program = program;
    this.facts = facts;
    this.peers = new Peers(program);
  }

  Outline outline() {
    program.tree().items().forEach(this::item);
    List<String> unknown =
        modules.stream().filter(module -> facts.module(module).isEmpty()).toList();
    return new Outline(
        listening,
        Roles.sorted(modules),
        unknown,
        globals,
        peers.found(),
        secrets,
        new Surfaces(program.tree(), facts, modules).found(),
        routes);
  }

  private void item(Item item) {
    switch (item) {
      case Item.Listener listener ->
          listener
              .sockets()
              .forEach(socket ->
                  listening.add(
                      new Listening(
                          listener.name().text(),
                          Meaning.socket(socket),
                          program.origins().place(socket.span()))));
      case Item.Setting setting -> {
        String value =
            String.join(" ", setting.value().stream().map(literal -> Meaning.of(literal)).toList());
        if (Secrets.holds(value)) {
          secrets.add(new Secret(setting.name().text(), program.origins().place(setting.span())));
        }
        globals.add(
            new Global(
                setting.name().text(),
                Secrets.hide(value),
                program.origins().place(setting.span())));
        peers.global(setting);
      }
      case Item.LoadModule load -> modules.add(load.module());
      case Item.ModuleParameter parameter -> {
        peers.parameter(parameter);
        secret(parameter);
      }
      case Item.Route route -> {
        routes.add(RouteReader.read(program, route));
        peers.route(route);
      }
      case Item.Special _, Item.ModulePath _, Item.Include _, Item.Unreadable _ -> {}
    }
  }

  private void secret(Item.ModuleParameter set) {
    String module = set.module().value();
    String name = set.name().value();
    if (set.value() instanceof Literal.Text(String value, var _, var _)
        && !Secrets.value(module, name, value).equals(value)) {
      secrets.add(new Secret(module + " " + name, program.origins().place(set.span())));
    }
  }
}
