package dev.opensipsmcp.cfg.build;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/** Every call in a route, wherever it stands. */
final class Calls {
  private final List<Call> found = new ArrayList<>();

  private Calls() {}

  static List<Call> of(Item.Route route) {
    Calls calls = new Calls();
    route.body().statements().forEach(calls::statement);
    return calls.found;
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Invocation(Call call, var _) -> expression(call);
      case Statement.Assignment assignment -> expression(assignment.value());
      case Statement.If branch -> {
        expression(branch.condition());
        statement(branch.then());
        branch.otherwise().ifPresent(this::statement);
      }
      case Statement.While loop -> {
        expression(loop.condition());
        statement(loop.body());
      }
      case Statement.ForEach loop -> statement(loop.body());
      case Statement.Switch choice -> {
        for (Case label : choice.cases()) {
          label.statements().forEach(this::statement);
        }
      }
      case Statement.Braced braced -> braced.block().statements().forEach(this::statement);
      case Statement.Break _, Statement.Empty _, Statement.Inclusion _, Statement.Unreadable _ -> {}
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Call call -> {
        found.add(call);
        for (Argument argument : call.arguments()) {
          argument.value().ifPresent(this::expression);
        }
      }
      case Expression.Not not -> expression(not.operand());
      case Expression.Complement complement -> expression(complement.operand());
      case Expression.Group group -> expression(group.inner());
      case Expression.Binary binary -> {
        expression(binary.left());
        expression(binary.right());
      }
      case Literal _, Variable _ -> {}
    }
  }
}
