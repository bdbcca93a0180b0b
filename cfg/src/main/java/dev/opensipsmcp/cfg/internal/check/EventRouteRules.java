package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Version;

/** Up to 3.5 event routes are run by a module, without which OpenSIPS does not start. */
final class EventRouteRules {
  private static final String MODULE = "event_route";

  private final Scope scope;

  EventRouteRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    if (scope.version().compareTo(Version.V3_6) >= 0 || scope.loaded().has(MODULE)) {
      return;
    }
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Route route && route.kind().text().equals("event_route")) {
        scope
            .report()
            .fatal(
                "missing-companion",
                Stage.START,
                route.kind().span(),
                "Event routes need module " + MODULE + " in " + scope.opensips() + ".",
                "Load module " + MODULE + ".");
        return;
      }
    }
  }
}
