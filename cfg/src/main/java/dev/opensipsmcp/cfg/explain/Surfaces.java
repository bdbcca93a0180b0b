package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the ways to manage and to watch a node, with what is the default where nothing is set. */
final class Surfaces {
  /** Modules that are reached through the HTTP server, and the parameter that is their path. */
  static final Map<String, String> HTTP =
      Map.of(
          "mi_http", "root",
          "mi_html", "root",
          "mi_xmlrpc", "http_root",
          "mi_xmlrpc_ng", "http_root",
          "pi_http", "pi_http_root",
          "prometheus", "root");

  /** Modules with an address of their own, and the parameter that is it. */
  static final Map<String, String> OWN =
      Map.of("mi_fifo", "fifo_name", "mi_datagram", "socket_name");

  private final Facts facts;
  private final List<String> modules;
  private final Map<String, String> set = new HashMap<>();

  Surfaces(SyntaxTree tree, Facts facts, List<String> modules) {
    this.facts = facts;
    this.modules = modules;
    for (Item item : tree.items()) {
      if (item instanceof Item.ModuleParameter parameter) {
        String value =
            switch (parameter.value()) {
              case Literal.Text(String text, var _, var _) -> text;
              case Literal.Number(long number, var _) -> String.valueOf(number);
              case Literal.Null _, Literal.Address _ -> "";
            };
        set.put(parameter.module().value() + " " + parameter.name().value(), value);
      }
    }
  }

  List<Surface> found() {
    List<Surface> found = new ArrayList<>();
    for (String module : modules) {
      if (HTTP.containsKey(module)) {
        found.add(new Surface(module, http(module, HTTP.getOrDefault(module, ""))));
      } else if (OWN.containsKey(module)) {
        found.add(new Surface(module, value(module, OWN.getOrDefault(module, "")).orElse("")));
      } else if (module.equals("mi_script") || module.equals("snmpstats")) {
        found.add(new Surface(module, ""));
      }
    }
    return found;
  }

  private String http(String module, String path) {
    String ip = value("httpd", "ip").filter(text -> !text.isEmpty()).orElse("*");
    String port = value("httpd", "port").orElse("");
    boolean tls = set.containsKey("httpd tls_cert_file");
    return (tls ? "https://" : "http://")
        + (ip.contains(":") ? "[" + ip + "]" : ip)
        + (port.isEmpty() ? "" : ":" + port)
        + "/"
        + value(module, path).orElse("");
  }

  private Optional<String> value(String module, String parameter) {
    return Optional.ofNullable(set.get(module + " " + parameter))
        .or(() ->
            facts
                .module(module)
                .flatMap(known -> known.parameter(parameter))
                .flatMap(ModuleParameter::defaultValue));
  }
}
