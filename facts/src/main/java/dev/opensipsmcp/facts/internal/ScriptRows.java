package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what modules and the core alike add to scripts. A function is its name, a letter per route
 * kind ({@code *} for all) and its parameters, each a name, a colon, a letter for the type and a
 * sign per trait. A variable is a word, a colon and a letter per trait.
 */
final class ScriptRows {
  private static final Set<RouteKind> EVERY_ROUTE = Set.of(RouteKind.values());

  private ScriptRows() {}

  static ScriptFunction function(Rows rows) {
    String name = rows.field();
    Set<RouteKind> routes = routes(rows.field());
    List<FunctionParameter> parameters = new ArrayList<>();
    for (String word : rows.words()) {
      parameters.add(parameter(word));
    }
    return new ScriptFunction(name, parameters, routes);
  }

  static List<PseudoVariable> variables(List<String> words) {
    List<PseudoVariable> variables = new ArrayList<>(words.size());
    for (String word : words) {
      int colon = word.lastIndexOf(':');
      variables.add(
          new PseudoVariable(
              word.substring(0, colon),
              word.indexOf('w', colon) > 0,
              word.indexOf('n', colon) > 0,
              word.indexOf('i', colon) > 0));
    }
    return variables;
  }

  private static Set<RouteKind> routes(String letters) {
    if (letters.equals("*")) {
      return EVERY_ROUTE;
    }
    Set<RouteKind> routes = EnumSet.noneOf(RouteKind.class);
    for (int i = 0; i < letters.length(); i++) {
      routes.add(route(letters.charAt(i)));
    }
    return routes;
  }

  private static RouteKind route(char letter) {
    return switch (letter) {
      case 'r' -> RouteKind.REQUEST;
      case 'f' -> RouteKind.FAILURE;
      case 'o' -> RouteKind.ONREPLY;
      case 'b' -> RouteKind.BRANCH;
      case 'e' -> RouteKind.ERROR;
      case 'l' -> RouteKind.LOCAL;
      case 's' -> RouteKind.STARTUP;
      case 't' -> RouteKind.TIMER;
      case 'v' -> RouteKind.EVENT;
      default -> throw new IllegalStateException("No route kind has the letter " + letter);
    };
  }

  private static FunctionParameter parameter(String word) {
    int colon = word.lastIndexOf(':');
    return new FunctionParameter(
        word.substring(0, colon),
        type(word.charAt(colon + 1)),
        word.indexOf('?', colon) > 0,
        word.indexOf('>', colon) > 0,
        word.indexOf('=', colon) > 0,
        word.indexOf('!', colon) > 0);
  }

  private static FunctionParameter.Type type(char letter) {
    return switch (letter) {
      case 's' -> FunctionParameter.Type.STRING;
      case 'i' -> FunctionParameter.Type.INT;
      case 'v' -> FunctionParameter.Type.VARIABLE;
      case 'r' -> FunctionParameter.Type.REGEX;
      default -> throw new IllegalStateException("No parameter type has the letter " + letter);
    };
  }
}
