package dev.opensipsmcp.cfg.internal.meaning;

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
import dev.opensipsmcp.cfg.syntax.Transformation;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Visits all that is in a node, in the order of the text, however deep. */
public final class Walk {
  private Walk() {}

  /** Shows a node and all in it to a visitor. */
  public static void through(Node root, Consumer<Node> visitor) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node node = open.pop();
      visitor.accept(node);
      for (Node child : children(node).reversed()) {
        open.push(child);
      }
    }
  }

  /** {@return all calls in a node, in the order of the text} */
  public static List<Call> calls(Node root) {
    List<Call> calls = new ArrayList<>();
    through(
        root,
        node -> {
          if (node instanceof Call call) {
            calls.add(call);
          }
        });
    return calls;
  }

  /** {@return what is directly in a node, in the order of the text} */
  public static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    switch (node) {
      case Item item -> item(item, children);
      case Statement statement -> statement(statement, children);
      case Expression expression -> expression(expression, children);
      case Block block -> children.addAll(block.statements());
      case Case choice -> {
        choice.label().ifPresent(children::add);
        children.addAll(choice.statements());
      }
      case Argument argument -> argument.value().ifPresent(children::add);
      case Part.Used(Variable variable) -> children.add(variable);
      case Transformation transformation -> transformation.parameters().forEach(children::addAll);
      case Part.Plain _, Word _ -> {}
    }
    return children;
  }

  private static void item(Item item, List<Node> children) {
    switch (item) {
      case Item.Setting setting -> children.addAll(setting.value());
      case Item.ModuleParameter parameter -> {
        children.add(parameter.module());
        children.add(parameter.name());
        children.add(parameter.value());
      }
      case Item.LoadModule load -> children.add(load.path());
      case Item.ModulePath path -> children.add(path.path());
      case Item.Include include -> children.add(include.path());
      case Item.Route route -> children.add(route.body());
      case Item.Listener _, Item.Special _, Item.Unreadable _ -> {}
    }
  }

  private static void statement(Statement statement, List<Node> children) {
    switch (statement) {
      case Statement.Invocation invocation -> children.add(invocation.call());
      case Statement.Assignment assignment -> {
        children.add(assignment.target());
        children.add(assignment.value());
      }
      case Statement.If branch -> {
        children.add(branch.condition());
        children.add(branch.then());
        branch.otherwise().ifPresent(children::add);
      }
      case Statement.While loop -> {
        children.add(loop.condition());
        children.add(loop.body());
      }
      case Statement.ForEach loop -> {
        children.add(loop.item());
        children.add(loop.list());
        children.add(loop.body());
      }
      case Statement.Switch choice -> {
        children.add(choice.subject());
        children.addAll(choice.cases());
      }
      case Statement.Braced braced -> children.add(braced.block());
      case Statement.Inclusion inclusion -> children.add(inclusion.include());
      case Statement.Break _, Statement.Empty _, Statement.Unreadable _ -> {}
    }
  }

  private static void expression(Expression expression, List<Node> children) {
    switch (expression) {
      case Literal _ -> {}
      case Variable variable -> {
        children.addAll(variable.subname());
        children.addAll(variable.index());
        children.addAll(variable.transformations());
      }
      case Call call -> children.addAll(call.arguments());
      case Expression.Not not -> children.add(not.operand());
      case Expression.Complement complement -> children.add(complement.operand());
      case Expression.Group group -> children.add(group.inner());
      case Expression.Binary binary -> {
        children.add(binary.left());
        children.add(binary.right());
      }
    }
  }
}
