package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands in a route. */
final class Statements {
  private final Cursor cursor;
  private final Values values;
  private final Calls calls;
  private final Branches branches;
  private final Braces braces;

  Statements(Cursor cursor, Values values) {
    this.cursor = cursor;
    this.values = values;
    calls = new Calls(cursor, values);
    braces = new Braces(cursor);
    branches = new Branches(cursor, values, calls.expressions(), this, braces);
  }

  /** {@return the block whose opening brace is next} */
  Block block() {
    Token open = cursor.peek();
    if (!cursor.expect("{", "Here { is missing.")) {
      return new Block(List.of(), cursor.gap());
    }
    if (!cursor.enter()) {
      cursor.skipNested("{", "}");
      return new Block(List.of(), cursor.since(open.span().start()));
    }
    List<Statement> statements = list(false);
    cursor.leave();
    braces.close(open);
    return new Block(statements, cursor.since(open.span().start()));
  }

  /** {@return statements up to the closing brace, or in a switch up to the next case} */
  List<Statement> list(boolean cases) {
    List<Statement> statements = new ArrayList<>();
    while (!cursor.atEnd() && !cursor.is("}") && !Words.item(cursor)) {
      if (cases && (cursor.is("case") || cursor.is("default"))) {
        break;
      }
      if (cursor.is("{")) {
        cursor.problems.add(
            cursor.peek().span(),
            "A block can't stand alone.",
            "Take the braces away, or put if, else, while or for before them.");
      }
      statements.add(statement());
    }
    return statements;
  }

  /** {@return the statement that is next; something is taken in any case} */
  Statement statement() {
    Token first = cursor.peek();
    int start = first.span().start();
    if (cursor.take(";")) {
      return new Statement.Empty(first.span());
    }
    if (cursor.is("{")) {
      return new Statement.Braced(block());
    }
    if (cursor.is(Kind.VARIABLE)) {
      return assignment(start);
    }
    if (cursor.is("/") && cursor.is(1, "/")) {
      return slashes(start);
    }
    if (!cursor.is(Kind.WORD)) {
      return unreadable("No statement begins with " + cursor.brief(first.span()) + ".");
    }
    if (cursor.is(1, Kind.TEXT) && (cursor.is("include_file") || cursor.is("import_file"))) {
      return new Statement.Inclusion(include());
    }
    if (cursor.is(1, "[") && Words.ROUTES.contains(cursor.text(first))) {
      return unreadable("A jump has parentheses: route(name).");
    }
    Optional<Statement> branch = branches.statement();
    if (branch.isPresent()) {
      return branch.get();
    }
    Call call = calls.call();
    if (!call.parentheses() && call.function().text().equals("route")) {
      return skip(start);
    }
    end(call.span());
    return new Statement.Invocation(call, cursor.since(start));
  }

  /** Takes a line as the comment that it was meant to be. */
  private Statement slashes(int start) {
    Span signs = new Span(start, start + 2);
    cursor.problems.add(signs, "Two slashes begin no comment.", "Begin it with #.");
    do {
      cursor.next();
    } while (!cursor.atEnd() && !cursor.startsLine());
    return new Statement.Unreadable(cursor.since(start));
  }

  /** {@return the include that is next} */
  Item.Include include() {
    if (!Includes.startsLine(cursor.text, cursor.start())) {
      cursor.problems.add(
          cursor.peek().span(),
          "OpenSIPS sees an include at the start of a line only.",
          "Begin a new line here.");
    }
    var word = values.word();
    Span path = cursor.next().span();
    String text = cursor.text.substring(path.start() + 1, path.end() - 1);
    return new Item.Include(word, new Literal.Text(text, true, path), word.span().to(path));
  }

  private Statement assignment(int start) {
    Variable variable = values.variable();
    String operator = cursor.text();
    if (!cursor.is(Kind.SIGN) || cursor.operator() != Operator.ASSIGNMENT) {
      cursor.problems.add(
          cursor.startsLine() ? cursor.gap() : cursor.peek().span(),
          "A variable alone is no statement.",
          "Give it a value: " + cursor.brief(variable.span()) + " = ... ;");
      return skip(start);
    }
    cursor.next();
    Expression value = calls.expressions().assigned(operator);
    end(value.span());
    return new Statement.Assignment(variable, operator, value, cursor.since(start));
  }

  /** Takes the semicolon, or says that it is missing. */
  void end(Span before) {
    if (cursor.take(";") || cursor.swallowed()) {
      return;
    }
    boolean begins =
        cursor.atEnd()
            || cursor.startsLine()
            || cursor.is("}")
            || cursor.is(Kind.VARIABLE)
            || (cursor.is(Kind.WORD) && cursor.is(1, "("));
    if (begins) {
      cursor.problems.add(cursor.gap(), "A semicolon is missing here.", "Write ; behind it.");
    } else {
      String found = cursor.brief(cursor.peek().span());
      cursor.problems.add(
          cursor.peek().span(),
          "The statement can't go on with " + found + ".",
          found.equals(")") || found.equals("]") ? "Take it away." : "Write ; before it.");
      skip(before.start());
    }
  }

  Statement unreadable(String message) {
    Token first = cursor.next();
    cursor.problems.add(first.span(), message);
    return skip(first.span().start());
  }

  /** Reads statements that belong to no route, because it was closed too early. */
  void orphans() {
    while (!cursor.atEnd() && !cursor.is("}") && !Words.item(cursor) && !Words.global(cursor)) {
      statement();
    }
    cursor.take("}");
  }

  /** {@return the braces of all blocks} */
  Braces braces() {
    return braces;
  }

  /** Skips to where the next statement begins. */
  private Statement skip(int start) {
    if (cursor.is("{") && !cursor.startsLine()) {
      cursor.next();
      cursor.skipNested("{", "}");
    }
    while (!cursor.atEnd() && !cursor.is("}") && !cursor.is("{") && !Words.item(cursor)) {
      if (cursor.take(";")
          || (cursor.startsLine() && (cursor.is(Kind.VARIABLE) || cursor.is(Kind.WORD)))) {
        break;
      }
      cursor.next();
    }
    return new Statement.Unreadable(cursor.since(start));
  }
}
