package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import java.util.List;

/** Where the server listens, and what it is called. */
final class Listeners {
  private Listeners() {}

  static Rewriter socket() {
    return scene -> {
      for (Item.Listener listener : listeners(scene.script())) {
        if (listener.name().text().equals("listen")) {
          scene.replace(listener.name().span(), "socket");
        }
        for (SocketDefinition socket : listener.sockets()) {
          for (SocketDefinition.Option option : socket.options()) {
            if (option.name().text().equals("use_children")) {
              scene.replace(option.name().span(), "use_workers");
            }
          }
        }
      }
    };
  }

  static Rewriter autoAliases() {
    return scene -> {
      List<Item.Listener> listeners = listeners(scene.script());
      if (!listeners.isEmpty() && scene.script().settings("auto_aliases").isEmpty()) {
        Rewrites.addLine(scene, listeners.getLast().span(), "auto_aliases=yes");
      }
    };
  }

  private static List<Item.Listener> listeners(Script script) {
    return script.tree().items().stream()
        .filter(Item.Listener.class::isInstance)
        .map(Item.Listener.class::cast)
        .toList();
  }
}
