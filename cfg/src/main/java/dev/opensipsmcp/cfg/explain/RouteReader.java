package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a route for the outline. */
final class RouteReader {
  private static final Map<String, String> DEEDS = new HashMap<>();

  /** Functions whose first argument is the code of a reply. */
  static final Set<String> REPLIES = Set.of("t_reply", "sl_send_reply", "send_reply");

  /** Words that steer a script and do nothing to a message. */
  private static final Set<String> STEERING =
      Set.of("route", "return", "exit", "async", "launch", "assert");

  static {
    for (List<String> row : Tables.read("deeds.tsv")) {
      DEEDS.put(row.getFirst(), row.get(1));
    }
  }

  private final Set<String> does = new LinkedHashSet<>();
  private final Set<String> replies = new LinkedHashSet<>();
  private final Set<String> calls = new LinkedHashSet<>();
  private final Set<String> arms = new LinkedHashSet<>();
  private final Set<String> functions = new LinkedHashSet<>();

  private RouteReader() {}

  /** {@return the functions of which it is known what they do} */
  static Set<String> known() {
    return Set.copyOf(DEEDS.keySet());
  }

  static RouteOutline read(Program program, Item.Route route) {
    return outline(route, program.origins().place(route.span()));
  }

  /** {@return a route in short, wherever it stands} */
  static RouteOutline outline(Item.Route route) {
    return outline(route, new Place("", 1, 1));
  }

  private static RouteOutline outline(Item.Route route, Place place) {
    RouteReader reader = new RouteReader();
    Walk.calls(route).forEach(reader::call);
    return new RouteOutline(
        Meaning.head(route),
        List.copyOf(reader.does),
        List.copyOf(reader.replies),
        List.copyOf(reader.calls),
        List.copyOf(reader.arms),
        List.copyOf(reader.functions),
        place);
  }

  private void call(Call call) {
    String name = call.function().text();
    switch (name) {
      case "route" -> argument(call, 0).ifPresent(target -> calls.add("route[" + target + "]"));
      case "async", "launch" ->
          argument(call, 1).ifPresent(target -> calls.add("route[" + target + "]"));
      case "t_on_failure" ->
          argument(call, 0).ifPresent(target -> arms.add("failure_route[" + target + "]"));
      case "t_on_branch" ->
          argument(call, 0).ifPresent(target -> arms.add("branch_route[" + target + "]"));
      case "t_on_reply" ->
          argument(call, 0).ifPresent(target -> arms.add("onreply_route[" + target + "]"));
      default -> {
        if (REPLIES.contains(name)) {
          argument(call, 0).ifPresent(replies::add);
        }
      }
    }
    if (name.equals("drop")) {
      does.add("drops");
    }
    String deed = DEEDS.getOrDefault(name, "");
    if (!deed.isEmpty()) {
      does.add(deed);
    }
    if (!STEERING.contains(name) && !name.equals("drop")) {
      functions.add(name);
    }
  }

  private static Optional<String> argument(Call call, int index) {
    return index < call.arguments().size()
        ? call.arguments().get(index).value().map(RouteReader::word)
        : Optional.empty();
  }

  private static String word(Expression value) {
    return value instanceof Literal.Text(String text, var _, var _) ? text : Meaning.of(value);
  }
}
