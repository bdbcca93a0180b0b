package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that routes begin with. */
final class KamailioRoutes {
  private static final Pattern EVENT =
      Pattern.compile("event_route\\s*\\[\\s*([^\\]{]*?)\\s*\\]\\s*(?=\\{)");
  private static final Map<String, String> EVENTS =
      Map.of(
          "tm:local-request", "local_route ",
          "htable:mod-init", "startup_route ");

  private KamailioRoutes() {}

  static Rewriter rewriter() {
    return scene -> {
      Script script = scene.script();
      for (Item item : script.tree().items()) {
        String raw = script.raw(item.span());
        String word = raw.replaceFirst("(?s)^(\\w*).*", "$1");
        int start = item.span().start();
        switch (word) {
          case "request_route" -> scene.replace(new Span(start, start + word.length()), "route");
          case "reply_route" ->
              scene.replace(new Span(start, start + word.length()), "onreply_route");
          case "event_route" -> event(scene, start, raw);
          default -> {}
        }
      }
    };
  }

  private static void event(Scene scene, int start, String raw) {
    Matcher event = EVENT.matcher(raw);
    if (!event.lookingAt() || event.group(1).indexOf(':') < 0) {
      return;
    }
    Optional<String> now = Optional.ofNullable(EVENTS.get(event.group(1)));
    Span head = new Span(start, start + event.end());
    if (now.isPresent()) {
      scene.replace(head, now.get());
      return;
    }
    // Kept whole under a name that nothing calls, so that nothing of it is lost.
    String name = event.group(1).replaceAll("[^A-Za-z0-9]", "_");
    if (scene.replace(head, "route[" + name + "] ")) {
      scene.askNow(
          head,
          "OpenSIPS has no event " + event.group(1) + "; the route is kept under its name.",
          event.group(1).startsWith("dispatcher:")
              ? "Write event_route[E_DISPATCHER_STATUS], and read $param(status)."
              : "Look for an event of OpenSIPS, and call this route from its event_route.");
    }
  }
}
