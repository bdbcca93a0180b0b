package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Node;
import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Transformation;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through all routes once and notes what they use. Works without recursion, so that depth
 * costs no stack.
 */
final class Walk {
  /**
   * A call.
   *
   * @param call the call
   * @param route the route that it is in
   * @param seenByCheck whether {@code -C} comes by: it skips conditions of loops, right sides of
   *     assignments and defaults of {@code switch}
   */
  record Called(Call call, Item.Route route, boolean seenByCheck) {}

  /**
   * A variable in code.
   *
   * @param variable the variable
   * @param written whether it gets a value
   */
  record Used(Variable variable, boolean written) {}

  /**
   * A condition.
   *
   * @param start where the {@code if} or {@code while} begins
   * @param condition what is asked, without the parentheses around it
   */
  record Asked(int start, Expression condition) {}

  private record Step(Node node, boolean breakable, boolean seen) {}

  private final List<Called> calls = new ArrayList<>();
  private final Map<String, List<Called>> callsByName = new HashMap<>();
  private final List<Called> asyncCalls = new ArrayList<>();
  private final List<Used> variables = new ArrayList<>();
  private final Map<String, List<Used>> variablesByName = new HashMap<>();
  private final List<Statement.Break> breaks = new ArrayList<>();
  private final List<Expression.Binary> matches = new ArrayList<>();
  private final List<Asked> conditions = new ArrayList<>();
  private final List<Statement.ForEach> loops = new ArrayList<>();
  private final List<Item.Include> includes = new ArrayList<>();
  private final Deque<Step> open = new ArrayDeque<>();

  Walk(SyntaxTree tree) {
    for (Item item : tree.items()) {
      if (item instanceof Item.Route route) {
        open.push(new Step(route.body(), false, true));
        while (!open.isEmpty()) {
          take(open.pop(), route);
        }
      }
    }
  }

  /** {@return every call but those in {@code async} and {@code launch}} */
  List<Called> calls() {
    return calls;
  }

  /** {@return the same, but only those of one name} */
  List<Called> calls(String name) {
    return callsByName.getOrDefault(name, List.of());
  }

  /** {@return what {@code async} and {@code launch} call} */
  List<Called> asyncCalls() {
    return asyncCalls;
  }

  /** {@return every variable that stands in code} */
  List<Used> variables() {
    return variables;
  }

  /** {@return the same, but only those of one name} */
  List<Used> variables(String name) {
    return variablesByName.getOrDefault(name, List.of());
  }

  /** {@return the breaks that end nothing} */
  List<Statement.Break> strayBreaks() {
    return breaks;
  }

  /** {@return every comparison with a regular expression} */
  List<Expression.Binary> matches() {
    return matches;
  }

  /** {@return every condition of an {@code if} or {@code while}} */
  List<Asked> conditions() {
    return conditions;
  }

  /** {@return the includes in routes that were not followed} */
  List<Item.Include> includes() {
    return includes;
  }

  /** {@return the loops over values} */
  List<Statement.ForEach> loops() {
    return loops;
  }

  private void take(Step step, Item.Route route) {
    switch (step.node()) {
      case Statement statement -> take(statement, step);
      case Expression expression -> take(expression, step, route);
      case Block block -> pushAll(block.statements(), step);
      case Case part -> pushAll(part.statements(), step);
      case Argument argument -> pushValue(argument, step);
      case Item _, Word _, Part _, Transformation _ -> {}
    }
  }

  private void take(Statement statement, Step step) {
    switch (statement) {
      case Statement.Invocation it -> push(it.call(), step);
      case Statement.Assignment it -> {
        use(it.target(), true);
        open.push(new Step(it.value(), step.breakable(), false));
      }
      case Statement.If it -> {
        conditions.add(new Asked(it.span().start(), it.condition()));
        push(it.condition(), step);
        push(it.then(), step);
        it.otherwise().ifPresent(otherwise -> push(otherwise, step));
      }
      case Statement.While it -> {
        conditions.add(new Asked(it.span().start(), it.condition()));
        open.push(new Step(it.condition(), step.breakable(), false));
        open.push(new Step(it.body(), true, step.seen()));
      }
      case Statement.ForEach it -> {
        loops.add(it);
        use(it.item(), true);
        use(it.list(), false);
        open.push(new Step(it.body(), true, step.seen()));
      }
      case Statement.Switch it -> {
        push(it.subject(), step);
        for (Case part : it.cases()) {
          open.push(new Step(part, true, step.seen() && part.label().isPresent()));
        }
      }
      case Statement.Break it -> {
        if (!step.breakable()) {
          breaks.add(it);
        }
      }
      case Statement.Braced it -> push(it.block(), step);
      case Statement.Inclusion it -> includes.add(it.include());
      case Statement.Empty _, Statement.Unreadable _ -> {}
    }
  }

  private void take(Expression expression, Step step, Item.Route route) {
    switch (expression) {
      case Call call -> take(call, step, route);
      case Variable variable -> use(variable, false);
      case Expression.Not it -> push(it.operand(), step);
      case Expression.Complement it -> push(it.operand(), step);
      case Expression.Group it -> push(it.inner(), step);
      case Expression.Binary it -> {
        if (it.operator().equals("=~") || it.operator().equals("!~")) {
          matches.add(it);
        }
        push(it.left(), step);
        push(it.right(), step);
      }
      case Literal _ -> {}
    }
  }

  private void take(Call call, Step step, Item.Route route) {
    Called called = new Called(call, route, step.seen());
    calls.add(called);
    callsByName.computeIfAbsent(call.function().text(), _ -> new ArrayList<>()).add(called);
    boolean asynchronous = Calls.asynchronous(call);
    for (Argument argument : call.arguments()) {
      if (asynchronous && argument.value().orElse(null) instanceof Call inner) {
        asyncCalls.add(new Called(inner, route, false));
        inner.arguments().forEach(it -> pushValue(it, step));
      } else {
        pushValue(argument, step);
      }
    }
  }

  private void use(Variable variable, boolean written) {
    Used used = new Used(variable, written);
    variables.add(used);
    variablesByName.computeIfAbsent(variable.name().text(), _ -> new ArrayList<>()).add(used);
  }

  /** Opens a node, or what is in it where it is nothing in itself; those nest 200 deep at most. */
  private void push(Node node, Step step) {
    switch (node) {
      case Literal _ -> {}
      case Argument argument -> pushValue(argument, step);
      case Block block -> pushAll(block.statements(), step);
      case Statement.Braced braced -> push(braced.block(), step);
      case Statement.Invocation invocation -> push(invocation.call(), step);
      case Expression.Group group -> push(group.inner(), step);
      default -> open.push(new Step(node, step.breakable(), step.seen()));
    }
  }

  private void pushValue(Argument argument, Step step) {
    if (argument.value().isPresent()) {
      push(argument.value().get(), step);
    }
  }

  private void pushAll(List<Statement> statements, Step step) {
    for (int at = 0; at < statements.size(); at++) {
      push(statements.get(at), step);
    }
  }
}
