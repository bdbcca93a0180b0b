package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import java.util.Optional;

/** The modules that speak MI over HTTP changed names in a circle in 3.0. */
final class MiTransports {
  private MiTransports() {}

  /**
   * The old mi_http, with pages for a browser, is mi_html. Module mi_http of 2.4 had no parameter
   * root, so where that is set the file has been moved already.
   */
  static Rewriter htmlModule() {
    Rewriter rename =
        Rewrites.both(
            Rewrites.renameModule("mi_http", "mi_html"),
            Rewrites.renameParameter("mi_http", "mi_http_root", "root"),
            Rewrites.renameParameter("mi_http", "mi_http_method", "http_method"));
    return scene -> {
      if (!scene.script().sets("mi_http", "root")) {
        rename.rewrite(scene);
      }
    };
  }

  /** The old mi_json is mi_http; its path was json unless told. */
  static Rewriter jsonModule() {
    Rewriter rename =
        Rewrites.both(
            Rewrites.renameModule("mi_json", "mi_http"),
            Rewrites.renameParameter("mi_json", "mi_json_root", "root"));
    return scene -> {
      Optional<Item.LoadModule> load = scene.script().load("mi_json");
      if (scene.script().loaded("mi_http")) {
        // The old mi_http must have given up its name first.
        load.ifPresent(l ->
            scene.ask(
                l.span(),
                "Modules mi_json and mi_http of 2.4 became mi_http and mi_html.",
                "Load mi_http for JSON-RPC, and mi_html for pages."));
        return;
      }
      if (load.isPresent()
          && !scene.script().sets("mi_json", "mi_json_root")
          && !scene.script().sets("mi_json", "root")) {
        Rewrites.addParameter(scene, load.get(), "mi_http", "root", "\"json\"");
      }
      rename.rewrite(scene);
    };
  }
}
