package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Node;
import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Transformation;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Every call of a configuration. Walks without recursion, so that no depth is too deep. */
final class CallWalk {
  private final Deque<Node> open = new ArrayDeque<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Item.Include> includes = new ArrayList<>();
  private final List<Span> assigned = new ArrayList<>();
  private final IdentityHashMap<Call, Span> statements = new IdentityHashMap<>();

  private CallWalk() {}

  static CallWalk of(SyntaxTree tree) {
    CallWalk walk = new CallWalk();
    for (Item item : tree.items()) {
      if (item instanceof Item.Route route) {
        walk.open.push(route.body());
      }
    }
    while (!walk.open.isEmpty()) {
      walk.visit(walk.open.pop());
    }
    return walk;
  }

  /** {@return the calls, in no order} */
  List<Call> calls() {
    return calls;
  }

  List<Item.Include> includes() {
    return includes;
  }

  /** {@return where the variables stand that get a value} */
  List<Span> assigned() {
    return assigned;
  }

  Optional<Span> statement(Call call) {
    return Optional.ofNullable(statements.get(call));
  }

  private void visit(Node node) {
    switch (node) {
      case Block block -> block.statements().forEach(open::push);
      case Case one -> one.statements().forEach(open::push);
      case Statement statement -> visit(statement);
      case Expression expression -> visit(expression);
      case Argument argument -> argument.value().ifPresent(open::push);
      case Item _, Word _, Part _, Transformation _ -> {}
    }
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.Invocation(Call call, Span span) -> {
        statements.put(call, span);
        open.push(call);
      }
      case Statement.Assignment(Variable target, String _, Expression value, Span _) -> {
        assigned.add(target.span());
        open.push(value);
      }
      case Statement.If(
              Expression condition,
              Statement then,
              Optional<Statement> otherwise,
              Span _) -> {
        open.push(condition);
        open.push(then);
        otherwise.ifPresent(open::push);
      }
      case Statement.While(Expression condition, Statement body, Span _) -> {
        open.push(condition);
        open.push(body);
      }
      case Statement.ForEach(Variable _, Variable _, Statement body, Span _) -> open.push(body);
      case Statement.Switch(Expression subject, List<Case> cases, Span _) -> {
        open.push(subject);
        cases.forEach(open::push);
      }
      case Statement.Braced(Block block) -> open.push(block);
      case Statement.Inclusion(Item.Include include) -> includes.add(include);
      case Statement.Break _, Statement.Empty _, Statement.Unreadable _ -> {}
    }
  }

  private void visit(Expression expression) {
    switch (expression) {
      case Call call -> {
        calls.add(call);
        call.arguments().forEach(open::push);
      }
      case Expression.Not(Expression operand, Span _) -> open.push(operand);
      case Expression.Complement(Expression operand, Span _) -> open.push(operand);
      case Expression.Binary(Expression left, String _, Expression right, Span _) -> {
        open.push(left);
        open.push(right);
      }
      case Expression.Group(Expression inner, boolean _, Span _) -> open.push(inner);
      case Literal _, Variable _ -> {}
    }
  }
}
