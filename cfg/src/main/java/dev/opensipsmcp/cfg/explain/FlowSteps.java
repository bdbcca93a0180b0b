package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the calls of a route, each with the innermost condition that it stands under. */
final class FlowSteps {
  private final BiConsumer<Call, String> found;

  FlowSteps(BiConsumer<Call, String> found) {
    this.found = found;
  }

  void read(Block block) {
    block.statements().forEach(statement -> statement(statement, ""));
  }

  private void all(List<Statement> statements, String when) {
    statements.forEach(statement -> statement(statement, when));
  }

  private void statement(Statement statement, String when) {
    switch (statement) {
      case Statement.If branch -> branches(branch, when);
      case Statement.While(Expression condition, Statement body, var _) -> {
        calls(condition, when);
        statement(body, when);
      }
      case Statement.ForEach(Variable _, Variable _, Statement body, var _) ->
          statement(body, when);
      case Statement.Switch(Expression subject, List<Case> cases, var _) -> {
        for (Case choice : cases) {
          String label =
              choice
                  .label()
                  .map(literal -> Meaning.of(subject) + " " + Meaning.of(literal))
                  .orElse("otherwise");
          all(choice.statements(), Conditions.shortened(label));
        }
      }
      case Statement.Braced(Block block) -> all(block.statements(), when);
      case Statement.Invocation(Call call, var _) -> calls(call, when);
      case Statement.Assignment(Variable _, String _, Expression value, var _) ->
          calls(value, when);
      case Statement.Break _, Statement.Empty _, Statement.Inclusion _, Statement.Unreadable _ -> {}
    }
  }

  private void branches(Statement.If first, String when) {
    Statement.If branch = first;
    while (true) {
      calls(branch.condition(), when);
      statement(branch.then(), Conditions.label(branch.condition()));
      Optional<Statement> otherwise = branch.otherwise();
      if (otherwise.isPresent() && otherwise.get() instanceof Statement.If next) {
        branch = next;
      } else {
        otherwise.ifPresent(rest -> statement(rest, "otherwise"));
        return;
      }
    }
  }

  private void calls(Expression expression, String when) {
    Walk.calls(expression).forEach(call -> found.accept(call, when));
  }
}
