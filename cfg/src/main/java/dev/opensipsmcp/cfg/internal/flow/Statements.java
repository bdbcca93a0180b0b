package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Walks over statements without recursion, as nothing bounds how deep they are nested. */
public final class Statements {
  private Statements() {}

  /** {@return the routes of a tree} */
  public static List<Item.Route> routes(SyntaxTree tree) {
    return tree.items().stream()
        .filter(Item.Route.class::isInstance)
        .map(Item.Route.class::cast)
        .toList();
  }

  /** {@return every statement of these and within them, in the order of the text} */
  public static List<Statement> all(List<Statement> statements) {
    List<Statement> found = new ArrayList<>();
    Deque<Statement> left = new ArrayDeque<>(statements);
    while (!left.isEmpty()) {
      Statement statement = left.pop();
      found.add(statement);
      for (List<Statement> list : lists(statement).reversed()) {
        list.reversed().forEach(left::push);
      }
    }
    return found;
  }

  /** {@return the lists of statements right within a statement, in the order of the text} */
  public static List<List<Statement>> lists(Statement statement) {
    return switch (statement) {
      case Statement.If choice ->
          choice.otherwise().isPresent()
              ? List.of(List.of(choice.then()), List.of(choice.otherwise().get()))
              : List.of(List.of(choice.then()));
      case Statement.While loop -> List.of(List.of(loop.body()));
      case Statement.ForEach loop -> List.of(List.of(loop.body()));
      case Statement.Switch choice -> choice.cases().stream().map(c -> c.statements()).toList();
      case Statement.Braced braced -> List.of(braced.block().statements());
      case Statement.Invocation _,
          Statement.Assignment _,
          Statement.Break _,
          Statement.Empty _,
          Statement.Inclusion _,
          Statement.Unreadable _ ->
          List.of();
    };
  }

  /** {@return the expressions of a statement itself, not of those within it} */
  public static Stream<Expression> expressions(Statement statement) {
    return switch (statement) {
      case Statement.Invocation invocation -> Stream.of(invocation.call());
      case Statement.Assignment assignment -> Stream.of(assignment.target(), assignment.value());
      case Statement.If choice -> Stream.of(choice.condition());
      case Statement.While loop -> Stream.of(loop.condition());
      case Statement.ForEach loop -> Stream.of(loop.item(), loop.list());
      case Statement.Switch choice -> Stream.of(choice.subject());
      case Statement.Braced _,
          Statement.Break _,
          Statement.Empty _,
          Statement.Inclusion _,
          Statement.Unreadable _ ->
          Stream.empty();
    };
  }

  /** {@return the statements of a body, whether it is in braces or not} */
  public static List<Statement> body(Statement statement) {
    return statement instanceof Statement.Braced(var block)
        ? block.statements()
        : List.of(statement);
  }
}
