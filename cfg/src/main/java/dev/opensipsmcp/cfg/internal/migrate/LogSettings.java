package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;

/** Where logs go. */
final class LogSettings {
  private LogSettings() {}

  static Rewriter rewriter() {
    return Rewrites.both(
        Rewrites.renameSetting("log_facility", "syslog_facility"),
        Rewrites.renameSetting("log_name", "syslog_name"),
        LogSettings::destination);
  }

  /** The old setting chose the one or the other; since 3.4 each has its own. */
  static void destination(Scene scene) {
    Script script = scene.script();
    for (Item.Setting setting : script.settings("log_stderror")) {
      boolean on =
          setting.value().stream().anyMatch(v -> v instanceof Literal.Number n && n.value() != 0);
      String indent = Layout.indent(script.text(), setting.span().start());
      String error = "stderror_enabled=" + (on ? "yes" : "no");
      String system = "syslog_enabled=" + (on ? "no" : "yes");
      scene.replace(setting.span(), error + Layout.newline(script.text()) + indent + system);
    }
  }
}
