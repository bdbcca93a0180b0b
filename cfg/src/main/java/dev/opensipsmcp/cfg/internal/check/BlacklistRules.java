package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands in {@code dst_blacklist}: the grammar's blst_elem in cfg.y and create_bl_head and
 * add_rule_to_list in blacklists.c, which are the same from 3.2 to 4.0.
 */
final class BlacklistRules {
  /** One for each bit of a number. */
  private static final int MOST = 32;

  /** Functions that take the name of a list, or {@code all}. */
  private static final Set<String> USERS =
      Set.of("use_blacklist", "unuse_blacklist", "check_blacklist_rule");

  private static final String ALL = "all";

  /** Module parameters that make lists, from what stands in a database. */
  private static final Set<String> MAKERS =
      Set.of("define_blacklist", "ds_define_blacklist", "lb_define_blacklist");

  /** The list that the core makes by itself, where a setting says so. */
  private static final String OF_DNS = "dns";

  private static final Pattern NAME = Pattern.compile("([A-Za-z]\\w*+)");
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern FLAG = Pattern.compile("(read-?only|expire|default)\\b");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern OPEN = Pattern.compile(":\\s*+\\{");
  private static final Pattern CLOSE = Pattern.compile("\\}");
  private static final Pattern NOT = Pattern.compile("!|not\\b");
  private static final Pattern PARENTHESIS = Pattern.compile("\\(");
  private static final Pattern END = Pattern.compile("\\)");
  private static final Pattern PROTOCOL = Pattern.compile("([A-Za-z]\\w*+)(?=\\s*+,)");
  private static final Pattern NET =
      Pattern.compile(
          "\\[\\s*+([0-9A-Fa-f:]++)\\s*+\\]|([0-9A-Fa-f]*+:[0-9A-Fa-f:]*+|[0-9][0-9.]*+)"
              + "(?:/([0-9A-Fa-f]*+:[0-9A-Fa-f:]*+|[0-9][0-9.]*+))?");
  private static final Pattern PORT = Pattern.compile("any\\b|0[xX][0-9A-Fa-f]++|[0-9]++");
  private static final Pattern TEXT =
      Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+')", Pattern.DOTALL);

  private final Scope scope;
  private final Set<String> protocols;
  private final Set<String> names = new HashSet<>();

  BlacklistRules(Scope scope) {
    this.scope = scope;
    protocols = Table.names("protocols", scope.version(), 2);
  }

  void check() {
    boolean learned = false;
    Optional<Item> last = Optional.empty();
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Special list && list.name().text().equals("dst_blacklist")) {
        last = Optional.of(item);
        check(list);
      } else if (item instanceof Item.Setting setting
          && setting.name().text().equals("disable_dns_blacklist")
          && setting.value().size() == 1) {
        learned = Values.asNumber(setting.value().getFirst()).equals(Optional.of(0L));
      }
    }
    checkUses(learned);
    if (learned && names.size() == MOST) {
      last.ifPresent(it ->
          report(
              Stage.START,
              it.span(),
              "There is no room left for the list"
                  + " that OpenSIPS keeps of destinations that DNS knows and nobody answers at."));
    }
  }

  /** Names are looked up when the script is prepared, after the modules are. */
  private void checkUses(boolean learned) {
    boolean others =
        scope.tree().items().stream()
            .anyMatch(item ->
                item instanceof Item.ModuleParameter it && MAKERS.contains(it.name().value()));
    if (others) {
      return;
    }
    for (Walk.Called called : scope.walk().calls()) {
      if (USERS.contains(called.call().function().text())) {
        Calls.text(called.call(), 1)
            .filter(it -> it.quoted() && it.value().indexOf('$') < 0)
            .filter(it -> !it.value().equalsIgnoreCase(ALL))
            .filter(it -> !(learned && it.value().equals(OF_DNS)) && !names.contains(it.value()))
            .ifPresent(this::undefined);
      }
    }
  }

  private void undefined(Literal.Text name) {
    scope
        .report()
        .fatal(
            "undefined-blacklist",
            Stage.START,
            name.span(),
            "There is no list " + Words.brief(name.value()) + ".",
            Words.meant(Nearest.close().to(name.value(), names))
                .or(() -> Optional.of("Define it with dst_blacklist.")));
  }

  private void check(Item.Special list) {
    Clear text = new Clear(list, scope.tree().text());
    if (!text.take(NAME)) {
      unreadable(text, "a name");
      return;
    }
    String name = text.group(1);
    if (!names.add(name)) {
      report(Stage.READING, list.span(), "There is a list " + Words.brief(name) + " already.");
    } else if (names.size() == MOST + 1) {
      report(Stage.READING, list.span(), "This is the 33rd list; there can be 32.");
    }
    if (!flags(list, text) || text.atEnd()) {
      return;
    }
    if (!text.take(OPEN)) {
      unreadable(text, "a colon and {");
    } else if (!text.take(CLOSE)) {
      rules(text);
    }
  }

  private boolean flags(Item.Special list, Clear text) {
    Set<String> flags = new HashSet<>();
    if (text.take(SLASH)) {
      do {
        if (!text.take(FLAG)) {
          unreadable(text, "one of read-only, expire, default");
          return false;
        }
        flags.add(text.group(1).replace("-", ""));
      } while (text.take(COMMA));
    }
    if (flags.containsAll(List.of("readonly", "expire"))) {
      report(Stage.READING, list.span(), "What is read-only can't expire.");
    }
    return true;
  }

  private void rules(Clear text) {
    Set<String> seen = new HashSet<>();
    do {
      boolean not = text.take(NOT);
      Span here = text.here();
      Optional<String> rule = text.take(PARENTHESIS) ? extended(text) : network(text);
      if (rule.isEmpty()) {
        return;
      }
      if (!seen.add(not + rule.get())) {
        report(
            Stage.READING,
            here,
            "A rule of this list covers the same already; the length of a mask makes no difference.");
        return;
      }
    } while (text.take(COMMA));
    if (!text.take(CLOSE)) {
      unreadable(text, "a comma or }");
    }
  }

  /** {@code (protocol, network, port, "text")}, of which all but the network may be missing. */
  private Optional<String> extended(Clear text) {
    String protocol = "any";
    boolean named = text.take(PROTOCOL);
    if (named) {
      protocol = text.group(1).toLowerCase(Locale.ROOT);
      if (!text.group(1).equals("any") && !protocols.contains(protocol)) {
        report(
            Stage.READING,
            text.here(),
            scope.opensips() + " knows no protocol " + Words.brief(text.group(1)) + ".");
        return Optional.empty();
      }
      text.take(COMMA);
    }
    Optional<String> network = network(text);
    if (network.isEmpty()) {
      return network;
    }
    String port = "0";
    String body = "";
    if (text.take(COMMA)) {
      if (!text.take(PORT)) {
        unreadable(text, "a port or any");
        return Optional.empty();
      }
      port = port(text.group(0));
      if (named && text.take(COMMA)) {
        if (!text.take(TEXT)) {
          unreadable(text, "a text in quotes");
          return Optional.empty();
        }
        body = text.group(1).substring(1, text.group(1).length() - 1);
      }
    }
    if (!text.take(END)) {
      unreadable(text, "a closing parenthesis");
      return Optional.empty();
    }
    String rest = '\t' + port + '\t' + (protocol.equals("any") ? "" : protocol) + '\t' + body;
    return Optional.of(network.get().substring(0, network.get().indexOf('\t')) + rest);
  }

  /** OpenSIPS keeps sixteen bits of a port. */
  private static String port(String port) {
    if (port.equals("any") || port.length() > 9) {
      return port.equals("any") ? "0" : port;
    }
    return Integer.toString(Integer.decode(port) & 0xffff);
  }

  private Optional<String> network(Clear text) {
    if (!text.take(NET)) {
      unreadable(text, "an address or a network");
      return Optional.empty();
    }
    String address = text.group(1) + text.group(2);
    Optional<String> key = Network.key(address, text.group(3));
    if (key.isEmpty()) {
      report(
          Stage.READING,
          text.here(),
          Words.brief(text.group(0)) + " is neither an address nor a network.");
    }
    return key.map(it -> it + "\t0\t\t");
  }

  private void unreadable(Clear text, String wanted) {
    report(Stage.READING, text.here(), "This list can't be read: here comes " + wanted + ".");
  }

  private void report(Stage stage, Span span, String message) {
    scope
        .report()
        .fatal(
            "blacklist",
            stage,
            span,
            message,
            "Write dst_blacklist=name:{(udp, 192.0.2.1, 5060, \"\"), 198.51.100.0/24}.");
  }
}
