package dev.opensipsmcp.cfg.explain;

import java.util.ArrayList;
import java.util.List;

/** Writes an outline as a compact text. */
final class OutlineText {
  private final StringBuilder out = new StringBuilder();

  private OutlineText() {}

  static String of(Outline outline) {
    OutlineText text = new OutlineText();
    text.section(
        "Listens on",
        outline.listening().stream()
            .map(listening -> listening.word() + " " + listening.socket())
            .toList());
    text.section(
        "Modules",
        outline.modules().entrySet().stream()
            .map(role -> role.getKey() + ": " + String.join(", ", role.getValue()))
            .toList());
    text.section("Not in this version", outline.unknown());
    text.section(
        "Globals",
        outline.globals().stream().map(global -> global.name() + " = " + global.value()).toList());
    text.section(
        "Talks to",
        outline.peers().stream()
            .map(peer ->
                peer.kind()
                    + " "
                    + peer.address()
                    + " ("
                    + peer.by()
                    + ", "
                    + peer.place()
                    + ")"
                    + (peer.secret() ? ", password hidden" : ""))
            .toList());
    text.section(
        "Holds secrets",
        outline.secrets().stream()
            .map(secret -> secret.by() + " (" + secret.place() + ")")
            .toList());
    text.section(
        "Managed through",
        outline.surfaces().stream()
            .map(surface ->
                surface.address().isEmpty()
                    ? surface.module()
                    : surface.module() + " at " + surface.address())
            .toList());
    text.section("Routes", outline.routes().stream().map(OutlineText::route).toList());
    return text.out.toString();
  }

  private void section(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.append(out.isEmpty() ? "" : "\n").append(title).append('\n');
    lines.forEach(line -> out.append("  ").append(line).append('\n'));
  }

  private static String route(RouteOutline route) {
    List<String> parts = new ArrayList<>();
    parts.add(route.name() + " (" + route.place() + ")");
    if (!route.does().isEmpty()) {
      parts.add(String.join(", ", route.does()));
    }
    if (!route.replies().isEmpty()) {
      parts.add("replies " + String.join(", ", route.replies()));
    }
    if (!route.calls().isEmpty()) {
      parts.add("calls " + String.join(", ", route.calls()));
    }
    if (!route.arms().isEmpty()) {
      parts.add("arms " + String.join(", ", route.arms()));
    }
    return parts.getFirst()
        + (parts.size() == 1 ? "" : ": " + String.join("; ", parts.subList(1, parts.size())));
  }
}
