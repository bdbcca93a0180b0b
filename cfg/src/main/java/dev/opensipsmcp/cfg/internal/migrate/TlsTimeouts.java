package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;

/** Timeouts that moved from tls_mgm to the modules of the protocols. */
final class TlsTimeouts {
  private TlsTimeouts() {}

  /**
   * Moves a parameter of tls_mgm to each protocol that is loaded.
   *
   * @param name its name there, and in proto_tls
   * @param wss its name in proto_wss
   */
  static Rewriter move(String name, String wss) {
    return scene -> {
      Script script = scene.script();
      for (Item.ModuleParameter parameter : script.parameters("tls_mgm", name)) {
        String value = script.raw(parameter.value().span());
        if (!scene.replace(Layout.withLine(script.text(), parameter.span()), "")) {
          continue;
        }
        script
            .load("proto_tls")
            .ifPresent(load -> Rewrites.addParameter(scene, load, "proto_tls", name, value));
        script
            .load("proto_wss")
            .ifPresent(load -> Rewrites.addParameter(scene, load, "proto_wss", wss, value));
        if (!script.loaded("proto_tls") && !script.loaded("proto_wss")) {
          scene.askNow(
              parameter.span(),
              "Parameter " + name + " belongs to proto_tls or proto_wss since 3.1.",
              "Set it where one of these is loaded.");
        }
      }
    };
  }
}
