package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code fetch_event_params("name=$avp(x);...")} becomes one assignment per parameter. */
final class EventParameters {
  private static final Pattern ONE =
      Pattern.compile(
          "\\s*(?:([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*)?(\\$[A-Za-z]+\\([A-Za-z0-9_]+\\))\\s*");

  private EventParameters() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Call call : scene.script().calls("fetch_event_params")) {
        Optional<Span> inside = Rewrites.quoted(scene, call, 0);
        Optional<Span> statement = scene.script().statement(call);
        List<String> lines = inside.map(span -> lines(scene.script().raw(span))).orElse(List.of());
        if (lines.isEmpty() || statement.isEmpty()) {
          scene.ask(
              call.span(),
              "Function fetch_event_params is gone.",
              "Read the parameters of the event as $param(name) or $param(number).");
        } else {
          String text = scene.script().text();
          String indent = Layout.indent(text, statement.get().start());
          scene.replace(statement.get(), String.join(Layout.newline(text) + indent, lines));
        }
      }
    };
  }

  private static List<String> lines(String parameters) {
    List<String> lines = new ArrayList<>();
    int position = 0;
    for (String part : parameters.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      position++;
      Matcher one = ONE.matcher(part);
      if (!one.matches()) {
        return List.of();
      }
      String name = one.group(1) == null ? String.valueOf(position) : one.group(1);
      lines.add(one.group(2) + " = $param(" + name + ");");
    }
    return lines;
  }
}
