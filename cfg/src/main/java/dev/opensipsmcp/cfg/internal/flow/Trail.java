package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.flow.Worlds;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is reached while the ways are followed. Spans stand for what is at them. */
public final class Trail {
  private final Map<Span, Site> sites = new HashMap<>();
  private final Map<Span, Worlds> statements = new HashMap<>();
  private final Set<Span> entered = new LinkedHashSet<>();
  private boolean complete = true;

  void entered(Item.Route route) {
    entered.add(route.span());
  }

  void reached(Statement statement, Worlds worlds) {
    statements.merge(statement.span(), worlds, Worlds::and);
  }

  void reached(Call call, Item.Route route, Worlds worlds, boolean condition) {
    sites.merge(
        call.span(),
        new Site(call, route, worlds, condition),
        (a, b) -> new Site(call, route, a.before().and(b.before()), a.condition()));
  }

  void incomplete() {
    complete = false;
  }

  /** {@return whether every way was followed to its end} */
  public boolean complete() {
    return complete;
  }

  /** {@return whether a route is ever run} */
  public boolean isEntered(Item.Route route) {
    return entered.contains(route.span());
  }

  /** {@return the ways that reach a statement} */
  public Worlds before(Statement statement) {
    return statements.getOrDefault(statement.span(), Worlds.NONE);
  }

  /** {@return every call that is reached, in the order of the text} */
  public List<Site> sites() {
    return sites.values().stream()
        .sorted(
            Comparator.comparingInt((Site site) -> site.call().span().start())
                .thenComparingInt(site -> -site.call().span().end()))
        .toList();
  }
}
