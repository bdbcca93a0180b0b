package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What listeners and the modules that serve them do not start without. */
final class ListenerNeedRules {
  private final Scope scope;
  private final Map<String, SocketDefinition> first = new HashMap<>();

  ListenerNeedRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Listener listener && !listener.name().text().equals("alias")) {
        for (SocketDefinition socket : listener.sockets()) {
          socket
              .protocol()
              .map(Word::text)
              .ifPresent(it -> first.putIfAbsent(it.toLowerCase(Locale.ROOT), socket));
        }
      }
    }
    for (List<String> row : Table.rows("listener-needs", scope.version(), 3)) {
      if (row.get(1).equals("m")) {
        module(row.get(0), row.get(2));
      } else {
        listener(row.get(0), List.of(row.get(2).split(" ", -1)));
      }
    }
  }

  private void module(String protocol, String module) {
    SocketDefinition socket = first.get(protocol);
    if (socket != null && !scope.loaded().has(module)) {
      scope
          .report()
          .fatal(
              "missing-companion",
              Stage.START,
              socket.span(),
              "A listener for " + protocol + " needs module " + module + ", which is not loaded.",
              "Load module " + module + ".");
    }
  }

  private void listener(String module, List<String> protocols) {
    if (protocols.stream().noneMatch(first::containsKey)) {
      scope
          .loaded()
          .find(module)
          .ifPresent(it ->
              scope
                  .report()
                  .fatal(
                      "protocol-without-listener",
                      Stage.START,
                      it.span(),
                      "Module " + module + " is loaded, but no listener is for its protocols.",
                      "Add a socket for it, or remove the module."));
    }
  }
}
