package dev.opensipsmcp.cfg.internal.meaning;

import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.List;
import java.util.Optional;

/** Writes statements, a line for each and for each head of one. */
final class StatementLines {
  private final String text;
  private final List<Line> lines;

  StatementLines(String text, List<Line> lines) {
    this.text = text;
    this.lines = lines;
  }

  void all(int depth, List<Statement> statements) {
    statements.forEach(statement -> one(depth, statement));
  }

  private void one(int depth, Statement statement) {
    switch (statement) {
      case Statement.Invocation(Call call, Span span) -> add(depth, Meaning.of(call) + ";", span);
      case Statement.Assignment(Variable target, String operator, Expression value, Span span) ->
          add(depth, Meaning.of(target) + " " + operator + " " + Meaning.of(value) + ";", span);
      case Statement.If branch -> branches(depth, branch);
      case Statement.While(Expression condition, Statement body, Span span) -> {
        add(depth, "while (" + bare(condition) + ") {", span);
        body(depth, body);
      }
      case Statement.ForEach(Variable item, Variable list, Statement body, Span span) -> {
        add(depth, "for (" + Meaning.of(item) + " in " + Meaning.of(list) + ") {", span);
        body(depth, body);
      }
      case Statement.Switch(Expression subject, List<Case> cases, Span span) -> {
        add(depth, "switch (" + bare(subject) + ") {", span);
        cases.forEach(each -> choice(depth + 1, each));
        add(depth, "}", span);
      }
      case Statement.Break(Span span) -> add(depth, "break;", span);
      case Statement.Braced(Block block) -> {
        add(depth, "{", block.span());
        all(depth + 1, block.statements());
        add(depth, "}", block.span());
      }
      case Statement.Empty(Span span) -> add(depth, ";", span);
      case Statement.Inclusion(Item.Include include) ->
          add(depth, include.word().text() + " " + Meaning.of(include.path()), include.span());
      case Statement.Unreadable(Span span) -> add(depth, span.in(text).strip(), span);
    }
  }

  /** A chain of {@code else if} is as deep as it is long; it is walked without recursion. */
  private void branches(int depth, Statement.If first) {
    String head = "if (";
    Statement.If branch = first;
    while (true) {
      add(depth, head + bare(branch.condition()) + ") {", branch.span());
      inner(depth, branch.then());
      Optional<Statement> otherwise = branch.otherwise();
      if (otherwise.isPresent() && otherwise.get() instanceof Statement.If next) {
        branch = next;
        head = "} else if (";
        continue;
      }
      if (otherwise.isPresent()) {
        add(depth, "} else {", otherwise.get().span());
        inner(depth, otherwise.get());
      }
      add(depth, "}", first.span());
      return;
    }
  }

  /** The parentheses of an {@code if} may or may not be in the tree. */
  private static String bare(Expression condition) {
    return condition instanceof Expression.Group(Expression inner, boolean brackets, var _)
            && !brackets
        ? Meaning.of(inner)
        : Meaning.of(condition);
  }

  private static String label(Literal label) {
    return Meaning.of(label);
  }

  private void choice(int depth, Case choice) {
    String label =
        choice.label().map(StatementLines::label).map(text -> "case " + text).orElse("default");
    add(depth, label + ":", choice.span());
    all(depth + 1, choice.statements());
  }

  private void body(int depth, Statement body) {
    inner(depth, body);
    add(depth, "}", body.span());
  }

  private void inner(int depth, Statement body) {
    if (body instanceof Statement.Braced(Block block)) {
      all(depth + 1, block.statements());
    } else {
      one(depth + 1, body);
    }
  }

  private void add(int depth, String line, Span span) {
    lines.add(new Line(depth, line, span));
  }
}
