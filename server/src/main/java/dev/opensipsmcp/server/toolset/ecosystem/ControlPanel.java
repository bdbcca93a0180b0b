package dev.opensipsmcp.server.toolset.ecosystem;

import dev.opensipsmcp.server.config.InsightEntry.PanelEntry;
import dev.opensipsmcp.server.toolset.ecosystem.Part.Seen;
import dev.opensipsmcp.sip.probe.WebPage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The OpenSIPS Control Panel, a web application that has no API to ask: its page is looked at. */
final class ControlPanel {
  private static final String KIND = "control_panel";

  private ControlPanel() {}

  static Part absent() {
    return Part.absent(
        KIND, List.of("opensips_cp_status"), Site.ASK + "OPENSIPS_MCP_CONTROL_PANEL_URL.");
  }

  static Part part(PanelEntry panel) {
    return new Part(
        KIND,
        KIND,
        panel.url(),
        "GET of its first page, without a login",
        List.of("opensips_cp_status"),
        "",
        () -> look(panel));
  }

  /** Looks at its page. */
  static Seen look(PanelEntry panel) {
    WebPage page =
        new WebPage(panel.url(), panel.certificates(), Duration.ofMillis(panel.timeoutMs()));
    return switch (page.look()) {
      case WebPage.Answer.Silent(String why) ->
          new Seen(Seen.DOWN, why, "Check control_panel.url, and that its web server and PHP run.");
      case WebPage.Answer.Page(int status, _, String body, Duration took) -> {
        String answered = "HTTP " + status + " in " + took.toMillis() + " ms";
        boolean own = body.toLowerCase(Locale.ROOT).contains("opensips");
        if (status >= 500) {
          yield new Seen(Seen.DOWN, answered, "Look into the log of its web server and of PHP.");
        }
        if (status >= 400) {
          yield new Seen(
              Seen.DEGRADED, answered, "Something answers, but not the page: check the path.");
        }
        if (status >= 300) {
          yield Seen.ok(answered + ", leads on, as its first page does to the login");
        }
        yield own
            ? Seen.ok(answered + ", the page names OpenSIPS")
            : new Seen(
                Seen.DEGRADED,
                answered + ", but the page does not name OpenSIPS",
                "Check control_panel.url: another application may answer there.");
      }
    };
  }
}
