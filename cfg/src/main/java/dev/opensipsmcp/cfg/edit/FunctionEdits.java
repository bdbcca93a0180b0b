package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.internal.text.LineIndex;
import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces calls of a function by calls of another. */
final class FunctionEdits {
  private static final Pattern SLOT = Pattern.compile("\\{(\\d{1,3})}");
  private static final Set<String> ASYNC = Set.of("async", "launch");

  private final SyntaxTree tree;
  private final Facts facts;
  private final Draft draft;
  private final LineIndex lines;

  FunctionEdits(SyntaxTree tree, Facts facts) {
    this.tree = tree;
    this.facts = facts;
    this.draft = new Draft(tree);
    this.lines = new LineIndex(tree.text());
  }

  Edited replace(String from, String to, Optional<List<String>> template) {
    List<ScriptFunction> plain = known(to, false);
    List<ScriptFunction> async = known(to, true);
    boolean word = facts.core().statements().contains(to);
    if (plain.isEmpty() && async.isEmpty() && !word) {
      return new Edited.Refused(unknown(to));
    }
    boolean found = false;
    for (Item item : tree.items()) {
      if (!(item instanceof Item.Route route)) {
        continue;
      }
      Set<Call> waiting = new HashSet<>();
      for (Call call : Walk.calls(route)) {
        if (ASYNC.contains(call.function().text())) {
          call.arguments().stream()
              .limit(1)
              .flatMap(argument -> argument.value().stream())
              .forEach(value -> collect(value, waiting));
        }
        if (!call.function().text().equals(from)) {
          continue;
        }
        found = true;
        Optional<String> objection =
            replace(call, to, template, route, word, waiting.contains(call) ? async : plain);
        if (objection.isPresent()) {
          return new Edited.Refused(
              "Line " + lines.line(call.span().start()) + ": " + objection.get());
        }
      }
    }
    return found ? draft.done() : new Edited.Refused(from + "() is not called here.");
  }

  private static void collect(Object value, Set<Call> waiting) {
    if (value instanceof Call call) {
      waiting.add(call);
    }
  }

  private Optional<String> replace(
      Call call,
      String to,
      Optional<List<String>> template,
      Item.Route route,
      boolean word,
      List<ScriptFunction> candidates) {
    List<String> arguments = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      arguments.add(argument.value().map(value -> value.span().in(tree.text())).orElse(""));
    }
    int count = template.map(List::size).orElse(arguments.size());
    // of the words of the language, the parser knows the arguments
    Optional<String> objection = word ? Optional.empty() : fits(to, candidates, count, route);
    if (objection.isPresent()) {
      return objection;
    }
    if (template.isEmpty()) {
      draft.replace(call.function().span(), to);
    } else {
      List<String> filled = new ArrayList<>();
      for (String part : template.get()) {
        filled.add(filled(part, arguments));
      }
      draft.replace(call.span(), to + "(" + String.join(", ", filled) + ")");
    }
    draft.change(
        "Line "
            + lines.line(call.span().start())
            + " calls "
            + to
            + "() instead of "
            + call.function().text()
            + "().");
    return Optional.empty();
  }

  private static String filled(String part, List<String> arguments) {
    Matcher slots = SLOT.matcher(part);
    return slots.replaceAll(slot -> {
      int at = Integer.parseInt(slot.group(1)) - 1;
      return Matcher.quoteReplacement(at >= 0 && at < arguments.size() ? arguments.get(at) : "");
    });
  }

  private static Optional<String> fits(
      String to, List<ScriptFunction> candidates, int count, Item.Route route) {
    if (candidates.isEmpty()) {
      return Optional.of(to + "() is not asynchronous, or only that.");
    }
    List<ScriptFunction> counted =
        candidates.stream()
            .filter(function ->
                function.leastArguments() <= count && count <= function.parameters().size())
            .toList();
    if (counted.isEmpty()) {
      return Optional.of(to + "() does not take " + count + " arguments.");
    }
    Optional<RouteKind> kind = kind(route);
    boolean allowed =
        kind.isEmpty()
            || counted.stream().anyMatch(function -> function.routes().contains(kind.get()));
    return allowed
        ? Optional.empty()
        : Optional.of(to + "() can't be called from a " + route.kind().text() + ".");
  }

  private static Optional<RouteKind> kind(Item.Route route) {
    String word = route.kind().text().toUpperCase(Locale.ROOT).replace("_ROUTE", "");
    if (word.equals("ROUTE")) {
      // a named route is called from anywhere
      return route.name().isEmpty() ? Optional.of(RouteKind.REQUEST) : Optional.empty();
    }
    for (RouteKind kind : RouteKind.values()) {
      if (kind.name().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private List<ScriptFunction> known(String name, boolean async) {
    List<ScriptFunction> found = new ArrayList<>();
    for (ModuleFacts module : new Loaded(tree, facts).facts()) {
      found.addAll(async ? module.asyncFunctions() : module.functions());
    }
    if (!async) {
      found.addAll(facts.core().functions());
    }
    found.removeIf(function -> !function.name().equals(name));
    return found;
  }

  private String unknown(String name) {
    List<String> modules =
        facts.modules().stream()
            .filter(module -> has(module, name))
            .map(ModuleFacts::name)
            .toList();
    return modules.isEmpty()
        ? Names.missing(
            facts,
            "function " + name + "()",
            other -> other.modules().stream().anyMatch(module -> has(module, name)))
        : "Function "
            + name
            + "() needs module "
            + String.join(" or ", modules)
            + ", which is not loaded here.";
  }

  private static boolean has(ModuleFacts module, String name) {
    return module.functions().stream().anyMatch(function -> function.name().equals(name))
        || module.asyncFunctions().stream().anyMatch(function -> function.name().equals(name));
  }
}
