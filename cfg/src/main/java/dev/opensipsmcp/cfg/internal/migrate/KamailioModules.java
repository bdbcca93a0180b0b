package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Modules and their parameters. */
final class KamailioModules {
  private static final Set<String> MILLISECONDS = Set.of("fr_timer", "fr_inv_timer");
  private static final List<String> USRLOC =
      List.of(
          "single-instance-no-db",
          "single-instance-sql-write-through",
          "single-instance-sql-write-back",
          "sql-only");

  private KamailioModules() {}

  /** Loads what does a module's work; loads a module once. */
  static Rewriter modules(Facts facts) {
    return scene -> {
      Script script = scene.script();
      if (script.loads().isEmpty()) {
        return;
      }
      Set<String> loaded = new java.util.HashSet<>(script.modules());
      Item.LoadModule first = script.loads().getFirst();
      for (Item.LoadModule load : script.loads()) {
        List<String> now = counterparts(facts, load.module());
        if (now.equals(List.of(load.module()))) {
          continue;
        }
        List<String> lines = new ArrayList<>();
        for (String module : now) {
          if (module.equals(load.module()) || loaded.add(module)) {
            lines.add(line(script, load, module));
          }
        }
        replace(scene, load, lines, now);
      }
      if (!KamailioNames.NEEDED.stream().allMatch(script::loaded)) {
        needed(scene, first, loaded);
      }
    };
  }

  private static List<String> counterparts(Facts facts, String module) {
    List<String> mapped = KamailioNames.MODULES.getOrDefault(module, List.of(module));
    return mapped.stream().allMatch(m -> facts.module(m).isPresent()) ? mapped : List.of();
  }

  private static void replace(
      Scene scene, Item.LoadModule load, List<String> lines, List<String> now) {
    Script script = scene.script();
    boolean known = !now.isEmpty() || KamailioNames.MODULES.containsKey(load.module());
    // What another line loads needs no line here, but the modules beside it do.
    if (lines.equals(List.of(script.raw(load.span())))) {
      return;
    }
    if (known) {
      scene.replace(
          lines.isEmpty() ? Layout.withLine(script.text(), load.span()) : load.span(),
          String.join(Layout.newline(script.text()), lines));
    } else if (scene.replace(load.span(), "# " + script.raw(load.span()))) {
      scene.askNow(
          load.span(),
          "OpenSIPS has no module " + load.module() + "; it is a comment now.",
          KamailioNames.INSTEAD.getOrDefault(
              load.module(), "Look for a module of OpenSIPS that does its work."));
    }
  }

  private static void needed(Scene scene, Item.LoadModule first, Set<String> loaded) {
    Script script = scene.script();
    List<String> wanted = new ArrayList<>(KamailioNames.NEEDED);
    boolean tcp =
        script.tree().items().stream()
            .filter(Item.Listener.class::isInstance)
            .map(item -> script.raw(item.span()))
            .anyMatch(raw -> raw.contains("tcp:"));
    if (tcp) {
      wanted.add("proto_tcp");
    }
    wanted.removeIf(loaded::contains);
    StringBuilder lines = new StringBuilder();
    for (String module : wanted) {
      lines.append(line(script, first, module)).append(Layout.newline(script.text()));
    }
    int at = first.span().start();
    scene.replace(
        new Span(at, at), lines.toString(), "Kamailio's core does what these modules do.");
  }

  private static String line(Script script, Item.LoadModule like, String module) {
    String raw = script.raw(like.span());
    int name = raw.lastIndexOf(like.module());
    return raw.substring(0, name) + module + raw.substring(name + like.module().length());
  }

  static Rewriter parameters(Facts facts) {
    return scene -> {
      for (Item.ModuleParameter parameter : scene.script().parameters()) {
        String module = parameter.module().value();
        if (ModulePattern.single(module)) {
          parameter(scene, facts, parameter, module, parameter.name().value());
        } else {
          scene.ask(
              parameter.span(),
              "This sets a parameter of several modules at once.",
              "Write one modparam for each module that OpenSIPS has.");
        }
      }
    };
  }

  private static void parameter(
      Scene scene, Facts facts, Item.ModuleParameter parameter, String module, String name) {
    if (module.equals("usrloc") && name.equals("db_mode")) {
      Optional<Long> mode = Rewrites.number(parameter.value());
      if (mode.isPresent() && mode.get() < USRLOC.size()) {
        scene.all(
            List.of(
                new Patch.Edit(parameter.name().span(), "\"working_mode_preset\""),
                new Patch.Edit(
                    parameter.value().span(), "\"" + USRLOC.get(mode.get().intValue()) + "\"")),
            "The mode of usrloc is given by name.");
        return;
      }
    }
    if (module.equals("tm")
        && MILLISECONDS.contains(name)
        && parameter.value() instanceof Literal.Number(long milliseconds, Span span)) {
      scene.all(
          List.of(
              new Patch.Edit(
                  parameter.name().span(), "\"" + name.replace("timer", "timeout") + "\""),
              new Patch.Edit(span, String.valueOf((milliseconds + 999) / 1000))),
          "Timeouts of tm are in seconds in OpenSIPS.");
      return;
    }
    Optional<ModuleParameter> same = facts.module(module).flatMap(m -> m.parameter(name));
    if (same.isEmpty() || !fits(same.get().type(), parameter.value())) {
      comment(scene, facts.module(module), parameter, name);
    }
  }

  private static boolean fits(ParameterType type, Literal value) {
    return type == ParameterType.STRING_OR_INT
        || (type == ParameterType.INT) == (value instanceof Literal.Number);
  }

  private static void comment(
      Scene scene, Optional<ModuleFacts> module, Item.ModuleParameter parameter, String name) {
    Script script = scene.script();
    String raw = script.raw(parameter.span()).replace("\n", "\n# ");
    if (scene.replace(parameter.span(), "# " + raw)) {
      scene.askNow(
          parameter.span(),
          "Parameter " + name + " has no counterpart of its kind; it is a comment now.",
          module.isPresent()
              ? "Look among the parameters of module " + module.get().name() + "."
              : "Look at the module that does its work in OpenSIPS.");
    }
  }
}
