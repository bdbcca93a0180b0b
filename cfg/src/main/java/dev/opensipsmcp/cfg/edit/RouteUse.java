package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place where a route is named.
 *
 * @param kind the kind of route that is meant
 * @param name its name; empty when a variable tells it at run time
 * @param span where the name stands, quotes included
 * @param quoted whether it is in quotes
 */
record RouteUse(String kind, Optional<String> name, Span span, boolean quoted) {

  /** {@return every place where a route is named, in the order of the text} */
  static List<RouteUse> all(SyntaxTree tree) {
    List<RouteUse> uses = new ArrayList<>();
    for (Item item : tree.items()) {
      if (item instanceof Item.Route) {
        Walk.calls(item).forEach(call -> arguments(call, uses));
      } else if (item instanceof Item.ModuleParameter set) {
        parameter(set, uses);
      }
    }
    return uses;
  }

  private static void arguments(Call call, List<RouteUse> uses) {
    Stream.concat(RouteParameters.WORDS.stream(), RouteParameters.ARGUMENTS.stream())
        .filter(known -> known.function().equals(call.function().text()))
        .filter(known -> known.index() < call.arguments().size())
        .forEach(known ->
            call.arguments()
                .get(known.index())
                .value()
                .flatMap(value -> of(known.kind(), value))
                .ifPresent(uses::add));
  }

  private static void parameter(Item.ModuleParameter set, List<RouteUse> uses) {
    RouteParameters.PARAMETERS.stream()
        .filter(known -> known.module().equals(set.module().value()))
        .filter(known -> known.name().equals(set.name().value()))
        .flatMap(known -> of(known.kind(), set.value()).stream())
        .forEach(uses::add);
  }

  private static Optional<RouteUse> of(String kind, Expression value) {
    return switch (value) {
      case Literal.Text(String text, boolean quoted, Span span) ->
          Optional.of(
              new RouteUse(
                  kind, text.contains("$") ? Optional.empty() : Optional.of(text), span, quoted));
      case Literal.Number(long number, Span span) ->
          Optional.of(new RouteUse(kind, Optional.of(String.valueOf(number)), span, false));
      case Literal.Null _ -> Optional.empty();
      default -> Optional.of(new RouteUse(kind, Optional.empty(), value.span(), false));
    };
  }
}
