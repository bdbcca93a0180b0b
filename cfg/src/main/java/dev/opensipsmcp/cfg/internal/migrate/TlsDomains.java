package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;
import java.util.Optional;

/** A TLS domain of 2.4 had its address behind its name: {@code dom=192.0.2.1:5061}. */
final class TlsDomains {
  private TlsDomains() {}

  static Rewriter addresses() {
    return scene -> {
      for (String parameter : List.of("server_domain", "client_domain")) {
        for (Item.ModuleParameter domain : scene.script().parameters("tls_mgm", parameter)) {
          split(scene, domain);
        }
      }
    };
  }

  private static void split(Scene scene, Item.ModuleParameter domain) {
    Script script = scene.script();
    Optional<Span> inside = script.insideQuotes(domain.value());
    String raw = inside.map(script::raw).orElse("");
    int equals = raw.indexOf('=');
    if (equals < 0) {
      return;
    }
    String name = raw.substring(0, equals).strip();
    String address = raw.substring(equals + 1).strip();
    String text = script.text();
    int at = Layout.behind(text, domain.span());
    scene.all(
        List.of(
            new Patch.Edit(domain.value().span(), "\"" + name + "\""),
            new Patch.Edit(
                new Span(at, at),
                Layout.newline(text)
                    + "modparam(\"tls_mgm\", \"match_ip_address\", \"[%s]%s\")"
                        .formatted(name, address))),
        "The address of a TLS domain is a parameter of its own since 3.0.");
  }
}
