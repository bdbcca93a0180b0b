package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what branches and repeats: {@code if}, {@code while}, {@code for}, {@code switch}. */
final class Branches {
  /** A longer chain of {@code else if} would nest deeper than what walks over it can follow. */
  private static final int LONGEST = 1_000;

  private final Cursor cursor;
  private final Values values;
  private final Expressions expressions;
  private final Statements statements;
  private final Braces braces;

  Branches(
      Cursor cursor, Values values, Expressions expressions, Statements statements, Braces braces) {
    this.braces = braces;
    this.cursor = cursor;
    this.values = values;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** {@return the branch or loop that is next, if one is} */
  Optional<Statement> statement() {
    if (!Words.statement(cursor)) {
      return Optional.empty();
    }
    int start = cursor.start();
    return Optional.of(
        switch (cursor.text()) {
          case "if" -> chain();
          case "while" -> loop(start);
          case "for" -> forEach(start);
          case "switch" -> choice(start);
          case "break" -> end(start);
          case "else" -> orphan();
          default -> statements.unreadable("A case stands in a switch only.");
        });
  }

  private Statement end(int start) {
    cursor.next();
    statements.end(cursor.since(start));
    return new Statement.Break(cursor.since(start));
  }

  private Statement orphan() {
    cursor.problems.add(
        cursor.peek().span(),
        "This else belongs to no if.",
        "Look for a semicolon or brace too many before it.");
    cursor.next();
    return body();
  }

  private record Test(int start, Expression condition, Statement then) {}

  /** Reads a chain of {@code else if} without nesting, as long as it may be. */
  private Statement chain() {
    List<Test> tests = new ArrayList<>();
    int length = 0;
    Optional<Statement> last = Optional.empty();
    do {
      int start = cursor.next().span().start();
      Expression condition = condition();
      Test test = new Test(start, condition, body());
      if (++length <= LONGEST) {
        tests.add(test);
      } else if (length == LONGEST + 1) {
        cursor.problems.add(
            condition.span(),
            "This is a chain of more than " + LONGEST + " times else if.",
            "Use a switch, or a table in the database.");
      }
      boolean joined = elseIf();
      if (!joined && !cursor.take("else")) {
        break;
      }
      if (!joined && !cursor.is("if")) {
        last = Optional.of(body());
        break;
      }
    } while (true);
    int end = cursor.behind();
    for (Test test : tests.reversed()) {
      var span = cursor.since(test.start());
      last = Optional.of(new Statement.If(test.condition(), test.then(), last, span));
    }
    return last.orElseGet(() -> new Statement.Empty(cursor.since(end)));
  }

  /** Whether two words are written as one, which is a fault and needs no other. */
  private boolean elseIf() {
    boolean joined =
        cursor.is(1, "(") && (cursor.is("elseif") || cursor.is("elsif") || cursor.is("elif"));
    if (joined) {
      String word = cursor.text();
      cursor.problems.add(cursor.peek().span(), "OpenSIPS has no " + word + ".", "Write else if.");
    }
    return joined;
  }

  /**
   * Reads what is asked. Up to 3.0 it could stand without parentheses, or go on behind them: {@code
   * if ($rs==1) && ($rU==2)}.
   */
  private Expression condition() {
    if (cursor.is("{") || cursor.atEnd()) {
      return values.missing("A condition in parentheses is missing here.");
    }
    Expression condition = expressions.condition();
    while (cursor.is(")")) {
      cursor.problems.add(cursor.next().span(), "This ) closes nothing.", "Take it away.");
    }
    if (cursor.is("then") && !cursor.is(1, "(")) {
      cursor.problems.add(cursor.next().span(), "OpenSIPS has no then.", "Take it away.");
    }
    return condition instanceof Expression.Group(Expression inner, boolean brackets, var _)
            && !brackets
        ? inner
        : condition;
  }

  private Statement body() {
    if (!cursor.enter()) {
      int start = cursor.start();
      while (!cursor.atEnd() && !cursor.is(";") && !cursor.is("{") && !cursor.is("}")) {
        cursor.next();
      }
      if (cursor.take("{")) {
        cursor.skipNested("{", "}");
      } else {
        cursor.take(";");
      }
      return new Statement.Unreadable(cursor.since(start));
    }
    boolean missing = cursor.atEnd() || cursor.is("}") || Words.item(cursor);
    Statement body =
        missing
            ? new Statement.Empty(values.missing("A statement is missing here.").span())
            : statements.statement();
    cursor.leave();
    return body;
  }

  private Statement loop(int start) {
    cursor.next();
    Expression condition = condition();
    Statement body = body();
    return new Statement.While(condition, body, cursor.since(start));
  }

  private Statement forEach(int start) {
    cursor.next();
    cursor.expect("(", "Here ( is missing: for ($var(x) in $(avp(y)[*])).");
    Variable item = variable();
    if (!cursor.take("in") && cursor.is(Kind.VARIABLE)) {
      cursor.problems.add(cursor.peek().span(), "The word in is missing here.");
    }
    Variable list = variable();
    if (!cursor.expect(")", "Here ) is missing.")) {
      while (!cursor.atEnd() && !cursor.is("{") && !cursor.is("}") && !cursor.take(";")) {
        cursor.next();
      }
    }
    Statement body = body();
    return new Statement.ForEach(item, list, body, cursor.since(start));
  }

  private Variable variable() {
    if (cursor.is(Kind.VARIABLE)) {
      return values.variable();
    }
    Literal missing = values.missing("A variable is missing here.");
    return new Variable(
        new Word("", missing.span()),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        missing.span());
  }

  private Statement choice(int start) {
    cursor.next();
    cursor.expect("(", "Here ( is missing.");
    Variable subject = variable();
    if (!cursor.expect(")", "Here ) is missing: a switch looks at one variable.")) {
      while (!cursor.atEnd() && !cursor.is("{") && !cursor.is("}") && !cursor.is(";")) {
        cursor.next();
      }
    }
    Token open = cursor.peek();
    List<Case> cases = new ArrayList<>();
    if (cursor.expect("{", "Here { is missing.")) {
      if (cursor.enter()) {
        cases(cases);
        cursor.leave();
        braces.close(open);
      } else {
        cursor.skipNested("{", "}");
      }
    }
    return new Statement.Switch(subject, cases, cursor.since(start));
  }

  private void cases(List<Case> cases) {
    boolean hasDefault = false;
    while (!cursor.atEnd() && !cursor.is("}") && !Words.item(cursor)) {
      int start = cursor.start();
      if (hasDefault && (cursor.is("case") || cursor.is("default"))) {
        cursor.problems.add(
            cursor.peek().span(), "The default is the last case.", "Put it at the end.");
      }
      Optional<Literal> label = Optional.empty();
      if (cursor.take("case")) {
        label = Optional.of(label());
      } else if (cursor.take("default")) {
        hasDefault = true;
      } else {
        cursor.problems.add(cursor.peek().span(), "In a switch each statement belongs to a case.");
        statements.list(true);
        continue;
      }
      cursor.expect(":", "A colon is missing here.");
      List<Statement> body = statements.list(true);
      cases.add(new Case(label, body, cursor.since(start)));
    }
    if (cases.stream().noneMatch(one -> one.label().isPresent())) {
      values.missing("A switch has at least one case.");
    }
  }

  private Literal label() {
    if (values.isText()) {
      return values.singleText();
    }
    Optional<Literal.Number> number = values.number();
    if (number.isPresent()) {
      return number.get();
    }
    Literal missing = values.missing("A case is a number or a string.");
    if (!cursor.is(":") && cursor.is(1, ":")) {
      cursor.next();
    }
    return missing;
  }
}
