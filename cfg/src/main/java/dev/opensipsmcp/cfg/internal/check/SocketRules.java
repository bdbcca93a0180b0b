package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How listeners and aliases are written, in detail and by version: socket_def and alias in cfg.y.
 */
final class SocketRules {
  /** Several ports behind an address. */
  private static final Pattern PORTS = Pattern.compile(":\\s*[0-9]+\\s*[-,][^:]*+");

  private static final Pattern ANY = Pattern.compile(":\\s*any\\b");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){3}");
  private static final Pattern NAME_END = Pattern.compile("[^0-9.].*", Pattern.DOTALL);

  /** What the lexer takes in small letters alone; all else in large ones as well. */
  private static final Set<String> SMALL = Set.of("tag");

  /** What the lexer takes for something else than a part of a name, unless it is in quotes. */
  private static final Set<String> WORDS =
      Set.of("yes", "no", "true", "false", "on", "off", "enable", "disable", "dns", "tag");

  private static final Pattern PART_END = Pattern.compile("[.-]");

  private final Scope scope;
  private final Set<String> protocols;
  private final boolean ranges;

  SocketRules(Scope scope) {
    this.scope = scope;
    protocols = Table.names("protocols", scope.version(), 2);
    ranges = scope.version().compareTo(Version.V3_5) >= 0;
  }

  void check() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Listener listener) {
        boolean alias = listener.name().text().equals("alias");
        for (int i = 0; i < listener.sockets().size(); i++) {
          SocketDefinition socket = listener.sockets().get(i);
          host(socket.host().text(), socket.host().span());
          words(socket.host().text(), socket.host().span());
          socket.options().forEach(it -> option(it, alias));
          if (alias) {
            alias(socket);
          } else if (i == 0 || !socket.span().equals(listener.sockets().get(i - 1).span())) {
            ports(listener, socket, i);
          }
        }
      }
    }
  }

  private void ports(Item.Listener listener, SocketDefinition socket, int index) {
    List<SocketDefinition> all = listener.sockets();
    boolean several =
        socket.lastPort().isPresent()
            || (index + 1 < all.size() && all.get(index + 1).span().equals(socket.span()));
    String behind = scope.tree().text().substring(socket.host().span().end(), socket.span().end());
    if (!ranges && several) {
      report(
          "port-range",
          socket.span(),
          "A listener has one port in " + scope.opensips() + "; ranges and lists came with 3.5.",
          "Write a line for each port.");
    } else if (ranges && socket.port().isEmpty() && ANY.matcher(behind).lookingAt()) {
      report(
          "port-range",
          socket.span(),
          "The port any was only known before 3.5.",
          "Leave the port out for that of the protocol.");
    }
  }

  private void alias(SocketDefinition socket) {
    if (socket.host().text().equals("*")) {
      report("alias", socket.span(), "An alias is a name or an address.", "Write the name.");
    } else if (socket.lastPort().isPresent()) {
      report("alias", socket.span(), "An alias has one port.", "Write an alias for each port.");
    }
    socket
        .protocol()
        .filter(it -> !isProtocol(it.text().toLowerCase(Locale.ROOT)))
        .ifPresent(it ->
            report(
                "unknown-protocol",
                it.span(),
                scope.opensips() + " knows no protocol " + Words.brief(it.text()) + ".",
                "Write any: before the name for all protocols."));
  }

  private boolean isProtocol(String word) {
    return word.equals("any") || protocols.contains(word);
  }

  private void option(SocketDefinition.Option option, boolean alias) {
    String name = option.name().text();
    String written = option.name().span().in(scope.tree().text());
    boolean large = written.equals(written.toUpperCase(Locale.ROOT)) && !SMALL.contains(name);
    if (alias && !name.equals("accept_subdomain")) {
      report("socket-option", option.span(), "Aliases have no option " + name + ".", "Remove it.");
    } else if (!written.equals(name) && !large) {
      report(
          "socket-option",
          option.span(),
          "OpenSIPS knows no option " + Words.brief(written) + "; case counts.",
          "Write " + name + ".");
    }
    String value = option.value().orElse("").strip();
    if (name.equals("as")) {
      host(NAME_END.matcher(value).replaceFirst(""), option.span());
      if (!ranges && PORTS.matcher(value).find()) {
        report(
            "port-range",
            option.span(),
            "as has one port in " + scope.opensips() + "; ranges came with 3.5.",
            "Write a line for each port.");
      }
    } else if (value.startsWith("-") || value.startsWith("+")) {
      report(
          "socket-option",
          option.span(),
          name + " takes a number without a sign.",
          "Write the number alone.");
    }
  }

  private void host(String host, Span span) {
    if (ADDRESS.matcher(host).matches() && Network.brokenAddress(host)) {
      report(
          "bad-address",
          span,
          Words.brief(host) + " is no address.",
          "Write numbers from 0 to 255 between the dots.");
    }
  }

  private void words(String host, Span span) {
    if (span.end() - span.start() != host.length()) {
      return;
    }
    for (String part : PART_END.split(host, -1)) {
      if (WORDS.contains(part)) {
        report(
            "bad-address",
            span,
            "The word " + part + " in " + Words.brief(host) + " has a meaning of its own.",
            "Put the whole name into quotes.");
        return;
      }
    }
  }

  private void report(String id, Span span, String message, String fix) {
    scope.report().fatal(id, Stage.READING, span, message, fix);
  }
}
