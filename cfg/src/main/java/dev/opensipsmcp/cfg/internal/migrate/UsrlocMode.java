package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import java.util.List;
import java.util.Optional;

/** How usrloc keeps contacts, by name instead of number. */
final class UsrlocMode {
  private static final List<String> PRESETS =
      List.of(
          "single-instance-no-db",
          "single-instance-sql-write-through",
          "single-instance-sql-write-back",
          "sql-only");

  private UsrlocMode() {}

  static Rewriter rewriter() {
    return scene -> {
      Script script = scene.script();
      for (Item.ModuleParameter mode : script.parameters("usrloc", "db_mode")) {
        Optional<Long> number = Rewrites.number(mode.value());
        if (number.isPresent() && number.get() < PRESETS.size()) {
          set(scene, mode, "working_mode_preset", PRESETS.get(number.get().intValue()));
        } else {
          scene.ask(
              mode.span(),
              "Parameter db_mode is gone in 4.0, and this value had no meaning.",
              "Set working_mode_preset.");
        }
      }
      for (Item.ModuleParameter pinging : script.parameters("usrloc", "shared_pinging")) {
        boolean shared = Rewrites.number(pinging.value()).orElse(1L) != 0;
        set(scene, pinging, "pinging_mode", shared ? "cooperation" : "ownership");
      }
    };
  }

  private static void set(Scene scene, Item.ModuleParameter parameter, String name, String value) {
    scene.all(
        List.of(
            new Patch.Edit(parameter.name().span(), "\"" + name + "\""),
            new Patch.Edit(parameter.value().span(), "\"" + value + "\"")),
        "Parameter " + parameter.name().value() + " is gone in 4.0; this is what it meant.");
  }
}
