package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.internal.text.LineIndex;
import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts statements into routes. */
final class StatementEdits {
  private final SyntaxTree tree;
  private final Draft draft;
  private final Layout layout;
  private final LineIndex lines;

  StatementEdits(SyntaxTree tree) {
    this.tree = tree;
    this.draft = new Draft(tree);
    this.layout = new Layout(tree);
    this.lines = new LineIndex(tree.text());
  }

  Edited insert(Place place, String statements) {
    Optional<String> objection = objection(statements);
    if (objection.isPresent()) {
      return new Edited.Refused(objection.get());
    }
    return switch (place) {
      case Place.Beginning(RouteName route) ->
          RouteEdits.find(tree, route)
              .map(found -> beginning(found.body(), statements))
              .orElseGet(() -> none(route));
      case Place.End(RouteName route) ->
          RouteEdits.find(tree, route)
              .map(found -> end(found.body(), statements))
              .orElseGet(() -> none(route));
      case Place.Before(int line) -> before(line, statements);
      case Place.After(int line) -> after(line, statements);
    };
  }

  private static Edited none(RouteName route) {
    return new Edited.Refused("There is no " + route + " in this text.");
  }

  /** A text that closes the route around it would do more than put statements in. */
  private static Optional<String> objection(String statements) {
    SyntaxTree alone = Parser.parse("route {\n" + statements + "\n}\n");
    Optional<Fault> fault = alone.faults().stream().findFirst();
    if (fault.isPresent()) {
      return Optional.of("The new statement is wrong: " + fault.get().message());
    }
    boolean one =
        alone.items().size() == 1
            && alone.items().getFirst() instanceof Item.Route route
            && !route.body().statements().isEmpty();
    return one ? Optional.empty() : Optional.of("That is not one or more statements.");
  }

  private Edited beginning(Block body, String statements) {
    if (!body.statements().isEmpty()) {
      Statement first = body.statements().getFirst();
      boolean sameLine = lines.line(first.span().start()) == lines.line(body.span().start());
      if (!sameLine) {
        return put(layout.behind(openingBrace(body)), inner(body), statements);
      }
    }
    return put(body.span().start() + 1, inner(body), statements);
  }

  private static Span openingBrace(Block body) {
    return new Span(body.span().start(), body.span().start() + 1);
  }

  private Edited end(Block body, String statements) {
    int brace = body.span().end() - 1;
    boolean ownLine = tree.text().substring(layout.lineStart(brace), brace).isBlank();
    return ownLine
        ? put(layout.lineStart(brace), inner(body), statements)
        : put(brace, inner(body), statements);
  }

  /** The indentation of the statements in a block; of an empty one, a step more than its own. */
  private String inner(Block body) {
    for (Statement statement : body.statements()) {
      if (layout.lineStart(statement.span().start()) > body.span().start()) {
        return layout.indentation(statement.span().start());
      }
    }
    return layout.indentation(body.span().start()) + layout.step();
  }

  private Edited before(int line, String statements) {
    for (Statement statement : listed()) {
      if (lines.line(statement.span().start()) == line) {
        int start = statement.span().start();
        boolean ownLine = tree.text().substring(layout.lineStart(start), start).isBlank();
        return put(
            ownLine ? layout.lineStart(start) : start, layout.indentation(start), statements);
      }
    }
    return new Edited.Refused("No statement of a block begins in line " + line + ".");
  }

  private Edited after(int line, String statements) {
    for (Statement statement : listed()) {
      if (lines.line(Math.max(0, statement.span().end() - 1)) == line) {
        return put(
            layout.behind(statement.span()),
            layout.indentation(statement.span().start()),
            statements);
      }
    }
    return new Edited.Refused("No statement of a block ends in line " + line + ".");
  }

  /** {@return what stands in blocks and cases; the body of an if without braces does not} */
  private List<Statement> listed() {
    List<Statement> listed = new ArrayList<>();
    for (Item item : tree.items()) {
      Walk.through(
          item,
          node -> {
            switch (node) {
              case Block block -> listed.addAll(block.statements());
              case Case choice -> listed.addAll(choice.statements());
              default -> {}
            }
          });
    }
    return listed;
  }

  private Edited put(int offset, String indentation, String statements) {
    StringBuilder text = new StringBuilder();
    String base = Indentation.common(statements);
    for (String line : statements.strip().replace("\r\n", "\n").split("\n", -1)) {
      text.append(text.isEmpty() ? "" : "\n");
      String inner = line.startsWith(base) ? line.substring(base.length()) : line.stripLeading();
      text.append(inner.isBlank() ? "" : indentation + inner);
    }
    return draft
        .insert(offset, layout.block(offset, text.toString()))
        .change("In line " + lines.line(offset) + ": " + statements.strip())
        .done();
  }
}
