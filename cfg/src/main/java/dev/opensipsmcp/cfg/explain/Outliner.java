package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
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
  private final Peers peers;

  Outliner(Program program, Facts facts) {
    this.program = program;
    this.facts = facts;
    this.peers = new Peers(program);
  }

  Outline outline() {
    program.tree().items().forEach(this::item);
    for (ModuleFacts module : facts.modules()) {
      if (module.builtIn()) {
        modules.add(module.name());
      }
    }
    List<String> unknown =
        modules.stream().filter(module -> facts.module(module).isEmpty()).toList();
    return new Outline(
        listening,
        Roles.sorted(modules),
        unknown,
        globals,
        peers.found(),
        new Surfaces(program.tree(), facts, modules).found(),
        routes);
  }

  private void item(Item item) {
    switch (item) {
      case Item.Listener listener ->
          listener
              .sockets()
              .forEach(
                  socket ->
                      listening.add(
                          new Listening(
                              listener.name().text(),
                              Meaning.socket(socket),
                              program.origins().place(socket.span()))));
      case Item.Setting setting -> {
        String value =
            String.join(
                " ", setting.value().stream().map(literal -> Meaning.of(literal)).toList());
        globals.add(
            new Global(
                setting.name().text(),
                Secrets.hide(value),
                program.origins().place(setting.span())));
        peers.global(setting);
      }
      case Item.LoadModule load -> modules.add(load.module());
      case Item.ModuleParameter parameter -> peers.parameter(parameter);
      case Item.Route route -> {
        routes.add(RouteReader.read(program, route));
        peers.route(route);
      }
      case Item.Special _, Item.ModulePath _, Item.Include _, Item.Unreadable _ -> {}
    }
  }
}
