package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Global parameters and listeners. */
final class KamailioSettings {
  /** What is so without a setting in OpenSIPS. */
  private static final Set<String> NEEDLESS =
      Set.of(
          "fork",
          "enable_tls",
          "disable_tcp",
          "enable_sctp",
          "port",
          "tcp_async",
          "pmtu_discovery");

  /** The same name, but another unit or meaning. */
  private static final Set<String> OTHER =
      Set.of("tcp_connect_timeout", "tcp_send_timeout", "user");

  private static final Pattern ADVERTISE = Pattern.compile("\\badvertise\\b");

  private KamailioSettings() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Item item : scene.script().tree().items()) {
        switch (item) {
          case Item.Setting setting -> setting(scene, setting);
          case Item.Listener listener -> listener(scene, listener);
          default -> {}
        }
      }
    };
  }

  private static void listener(Scene scene, Item.Listener listener) {
    if (listener.name().text().equals("listen")) {
      scene.replace(listener.name().span(), "socket");
    }
    Script script = scene.script();
    int end = script.text().indexOf('\n', listener.span().start());
    Span line = new Span(listener.span().start(), end < 0 ? script.text().length() : end);
    Matcher advertise = ADVERTISE.matcher(script.raw(line));
    if (advertise.find()) {
      int at = line.start() + advertise.start();
      scene.replace(new Span(at, at + "advertise".length()), "as");
    }
  }

  private static void setting(Scene scene, Item.Setting setting) {
    String name = setting.name().text();
    Script script = scene.script();
    Optional<String> now = Optional.ofNullable(KamailioNames.SETTINGS.get(name));
    if (now.isPresent()) {
      scene.replace(setting.name().span(), now.get());
    } else if (name.equals("debug")) {
      level(scene, setting);
    } else if (name.equals("log_stderror")) {
      LogSettings.destination(scene);
    } else if (NEEDLESS.contains(name)) {
      scene.replace(Layout.withLine(script.text(), setting.span()), "");
    } else if (OTHER.contains(name) || scene.facts().core().globalParameter(name).isEmpty()) {
      if (scene.replace(setting.span(), "# " + script.raw(setting.span()).replace("\n", "\n# "))) {
        scene.askNow(
            setting.span(),
            "Setting " + name + " has no counterpart that is certain; it is a comment now.",
            OTHER.contains(name)
                ? "Look up " + name + " in the manual of OpenSIPS, where it means something else."
                : "Look for what does this in OpenSIPS.");
      }
    }
  }

  /** Both count up with more to say, but OpenSIPS has one number more below zero's. */
  private static void level(Scene scene, Item.Setting setting) {
    if (setting.value().size() == 1
        && setting.value().getFirst() instanceof Literal.Number(long level, Span span)) {
      scene.all(
          java.util.List.of(
              new Patch.Edit(setting.name().span(), "log_level"),
              new Patch.Edit(span, String.valueOf(level < 0 ? level : Math.min(level + 1, 4)))),
          "Levels are counted from another number in OpenSIPS.");
    }
  }
}
