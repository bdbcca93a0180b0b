package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A configuration with what the steps ask for looked up once. */
final class Script {
  private final SyntaxTree tree;
  private final List<Item.LoadModule> loads = new ArrayList<>();
  private final List<Item.ModuleParameter> parameters = new ArrayList<>();
  private final List<Item.Include> includes = new ArrayList<>();
  private final Set<String> modules = new LinkedHashSet<>();
  private final Map<String, List<Call>> calls = new HashMap<>();
  private final Map<String, List<VariableUse>> variables = new HashMap<>();
  private final CallWalk walk;

  Script(SyntaxTree tree) {
    this.tree = tree;
    for (Item item : tree.items()) {
      switch (item) {
        case Item.LoadModule load -> {
          loads.add(load);
          modules.add(load.module());
        }
        case Item.ModuleParameter parameter -> parameters.add(parameter);
        case Item.Include include -> includes.add(include);
        default -> {}
      }
    }
    walk = CallWalk.of(tree);
    includes.addAll(walk.includes());
    for (Call call : walk.calls()) {
      calls.computeIfAbsent(call.function().text(), _ -> new ArrayList<>()).add(call);
    }
    for (List<Call> same : calls.values()) {
      same.sort(Comparator.comparingInt((Call call) -> call.span().start()));
    }
    for (Token token : tree.tokens()) {
      if (token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.VARIABLE) {
        VariableScan.each(
            tree.text(),
            token.span(),
            use -> variables.computeIfAbsent(use.name(), _ -> new ArrayList<>()).add(use));
      }
    }
  }

  SyntaxTree tree() {
    return tree;
  }

  String text() {
    return tree.text();
  }

  List<Item.LoadModule> loads() {
    return loads;
  }

  Optional<Item.LoadModule> load(String module) {
    return loads.stream().filter(load -> load.module().equals(module)).findFirst();
  }

  /** {@return the names of the loaded modules, in the order of loading} */
  Set<String> modules() {
    return Collections.unmodifiableSet(modules);
  }

  boolean loaded(String module) {
    return modules.contains(module);
  }

  List<Item.ModuleParameter> parameters() {
    return parameters;
  }

  /** {@return the parameters that are set for this module, by its name or by a pattern} */
  List<Item.ModuleParameter> parameters(String module, String name) {
    return parameters.stream()
        .filter(
            p -> p.name().value().equals(name) && ModulePattern.meets(p.module().value(), module))
        .toList();
  }

  boolean sets(String module, String name) {
    return !parameters(module, name).isEmpty();
  }

  List<Item.Setting> settings(String name) {
    return tree.items().stream()
        .filter(Item.Setting.class::isInstance)
        .map(Item.Setting.class::cast)
        .filter(setting -> setting.name().text().equals(name))
        .toList();
  }

  List<Item.Include> includes() {
    return includes;
  }

  List<Call> calls(String function) {
    return calls.getOrDefault(function, List.of());
  }

  Set<String> calledFunctions() {
    return calls.keySet();
  }

  /** {@return the whole statement when the call is one, with its semicolon} */
  Optional<Span> statement(Call call) {
    return walk.statement(call);
  }

  List<Span> assignedVariables() {
    return walk.assigned();
  }

  List<VariableUse> variables(String name) {
    return variables.getOrDefault(name, List.of());
  }

  Set<String> usedVariables() {
    return variables.keySet();
  }

  /** {@return what stands there} */
  String raw(Span span) {
    return span.in(tree.text());
  }

  /** {@return an argument as it is written; empty when it is left out} */
  String raw(Argument argument) {
    return argument.value().map(value -> raw(value.span())).orElse("");
  }

  /** {@return the arguments as they are written} */
  List<String> rawArguments(Call call) {
    return call.arguments().stream().map(this::raw).toList();
  }

  /** {@return what is between the quotes, as written, when this is one string in quotes} */
  Optional<Span> insideQuotes(Expression value) {
    if (value instanceof Literal.Text(String _, boolean quoted, Span span)
        && quoted
        && span.end() - span.start() >= 2) {
      char quote = text().charAt(span.start());
      Span inside = new Span(span.start() + 1, span.end() - 1);
      boolean one = (quote == '"' || quote == '\'') && text().charAt(span.end() - 1) == quote;
      return one && !hasBare(inside, quote) ? Optional.of(inside) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Adjacent strings are one value, but have quotes between them. */
  private boolean hasBare(Span inside, char quote) {
    for (int at = inside.start(); at < inside.end(); at++) {
      char c = text().charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == quote) {
        return true;
      }
    }
    return false;
  }
}
