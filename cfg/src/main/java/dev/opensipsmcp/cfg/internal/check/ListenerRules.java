package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Word;
import dev.opensipsmcp.facts.Nearest;
import dev.opensipsmcp.facts.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Listeners against the modules that carry their protocols, both ways. */
final class ListenerRules {
  private final Scope scope;

  /** Protocol to module; an empty one for what needs none. */
  private final Map<String, String> carriers = new HashMap<>();

  /** The protocols that carry the PROXY protocol's header. */
  private static final Set<String> PROXIED = Set.of("udp", "tcp", "tls", "ws", "wss");

  private final Set<String> addresses = new HashSet<>();
  private final Set<String> served = new HashSet<>();
  private boolean usable;
  private boolean any;

  ListenerRules(Scope scope) {
    this.scope = scope;
    for (List<String> row : Table.rows("protocols", scope.version(), 2)) {
      carriers.put(row.get(0), row.get(1));
    }
  }

  void check() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Listener listener && !listener.name().text().equals("alias")) {
        listener.sockets().forEach(it -> check(listener, it));
      }
    }
    if (!usable && !any) {
      noListener();
    }
    idleModules();
  }

  private void check(Item.Listener listener, SocketDefinition socket) {
    any = true;
    if (socket.protocol().isEmpty()) {
      scope
          .report()
          .fatal(
              "listener-without-protocol",
              Stage.READING,
              socket.span(),
              "The listener on " + socket.host().text() + " names no protocol.",
              "Write " + listener.name().text() + "=udp:" + socket.host().text() + ".");
      return;
    }
    Word word = socket.protocol().get();
    String protocol = word.text().toLowerCase(Locale.ROOT);
    String module = carriers.get(protocol);
    if (module == null) {
      scope
          .report()
          .fatal(
              "unknown-protocol",
              Stage.READING,
              word.span(),
              scope.opensips() + " knows no protocol " + Words.brief(word.text()) + ".",
              Words.meant(Nearest.close().to(protocol, carriers.keySet())));
    } else if (!module.isEmpty() && !scope.loaded().has(module)) {
      scope
          .report()
          .fatal(
              "listener-without-module",
              Stage.READ,
              socket.span(),
              "There is a listener for " + protocol + ", but " + module + " is not loaded.",
              "Add loadmodule \"" + module + ".so\", or remove the listener.");
    } else {
      usable = true;
      served.add(module);
      checkProxy(socket, protocol);
    }
    duplicate(socket, protocol);
  }

  private void checkProxy(SocketDefinition socket, String protocol) {
    for (SocketDefinition.Option option : socket.options()) {
      if (option.name().text().contains("proxy") && !PROXIED.contains(protocol)) {
        scope
            .report()
            .fatal(
                "proxy-protocol-unsupported",
                Stage.READ,
                option.span(),
                "Protocol " + protocol + " can't carry the PROXY protocol.",
                "Remove " + option.name().text() + ".");
      }
    }
  }

  /** Since 4.0 a module for a protocol must have something to listen on. */
  private void idleModules() {
    if (scope.version().compareTo(Version.V4_0) < 0) {
      return;
    }
    for (Item.LoadModule item : scope.loaded().items()) {
      String module = item.module();
      if (carriers.containsValue(module) && !served.contains(module)) {
        scope
            .report()
            .fatal(
                "protocol-without-listener",
                Stage.READ,
                item.span(),
                "Module " + module + " is loaded, but no listener is for its protocol.",
                "Add a socket for it, or remove the module.");
      }
    }
  }

  private void duplicate(SocketDefinition socket, String protocol) {
    if (socket.lastPort().isPresent()) {
      return;
    }
    String address =
        protocol
            + ':'
            + socket.host().text().toLowerCase(Locale.ROOT)
            + ':'
            + socket.port().map(it -> Long.toString(it.value())).orElse("");
    if (!addresses.add(address)) {
      scope
          .report()
          .lesser(
              "duplicate-listener",
              Severity.LOW,
              socket.span(),
              "There is a listener on " + address + " already.",
              "OpenSIPS drops the second one, with its options.",
              "Remove one of the two.");
    }
  }

  private void noListener() {
    int end = scope.tree().text().length();
    scope
        .report()
        .fatal(
            "no-listener",
            Stage.READ,
            new Span(end, end),
            "No listener is set.",
            "Add socket=udp:ADDRESS:5060 and loadmodule \"proto_udp.so\", unless you start OpenSIPS"
                + " with -l.");
  }
}
