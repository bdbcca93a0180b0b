package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.Optional;

/**
 * Reads conditions, and the values of assignments. As in OpenSIPS's grammar, {@code and} and {@code
 * or} bind alike, and so do {@code +} and {@code *}; a comparison, whose left side is a variable
 * and whose right side is a single value, binds closest.
 */
final class Expressions {
  /** A longer chain would nest deeper than what walks over the tree can follow. */
  private static final int LONGEST = 1_000;

  private final Cursor cursor;
  private final Values values;
  private final Calls calls;

  Expressions(Cursor cursor, Values values, Calls calls) {
    this.cursor = cursor;
    this.values = values;
    this.calls = calls;
  }

  /** {@return what is asked: tests, joined by {@code and} and {@code or}} */
  Expression condition() {
    Expression left = test();
    for (int count = 0; is(Operator.LOGIC); count++) {
      String sign = cursor.text(cursor.next());
      String operator = sign.equals("&&") ? "and" : sign.equals("||") ? "or" : sign;
      left = join(left, operator, test(), count);
    }
    return left;
  }

  private Expression join(Expression left, String operator, Expression right, int count) {
    if (count < LONGEST) {
      return new Expression.Binary(left, operator, right, left.span().to(right.span()));
    }
    if (count == LONGEST) {
      cursor.problems.add(
          right.span(), "This is longer than " + LONGEST + " operators.", "Split it up.");
    }
    return left;
  }

  private Expression test() {
    int start = cursor.start();
    if (!cursor.is("not") && !cursor.is("!")) {
      Expression element = cursor.is("(") || cursor.is("[") ? group() : element();
      return isOperator() ? misplaced(element) : element;
    }
    cursor.next();
    if (!cursor.enter()) {
      while (cursor.take("!") || cursor.take("not")) {}
      return test();
    }
    Expression operand = test();
    cursor.leave();
    return new Expression.Not(operand, cursor.since(start));
  }

  private Expression group() {
    boolean brackets = cursor.is("[");
    String close = brackets ? "]" : ")";
    int start = cursor.start();
    if (!cursor.enter()) {
      String open = cursor.text(cursor.next());
      cursor.skipNested(open, close);
      return new Literal.Text("", false, cursor.since(start));
    }
    cursor.next();
    Expression inner = brackets ? arithmetic() : condition();
    cursor.leave();
    if (!cursor.expect(close, "Here " + close + " is missing.")) {
      resume(close);
    }
    return new Expression.Group(inner, brackets, cursor.since(start));
  }

  /** Goes on behind the bracket that was looked for, if it closes before the statement ends. */
  private void resume(String close) {
    while (!cursor.atEnd() && !cursor.is(";") && !cursor.is("{") && !cursor.is("}")) {
      if (cursor.take(close)) {
        return;
      }
      cursor.next();
    }
  }

  /** Whether something follows that has no place in a condition. */
  private boolean isOperator() {
    return switch (cursor.operator()) {
      case COMPARISON, BITS, SUM, ASSIGNMENT -> true;
      case LOGIC, NONE -> false;
    };
  }

  private Expression misplaced(Expression left) {
    String operator = cursor.text();
    if (is(Operator.COMPARISON) && !(left instanceof Expression.Binary)) {
      cursor.problems.add(
          left.span(),
          "Only a variable can stand on the left of " + operator + ".",
          "Put it into a variable first, or change the sides.");
    } else if (is(Operator.ASSIGNMENT)) {
      cursor.problems.add(left.span(), "Only a variable can be given a value.");
    } else {
      cursor.problems.add(
          cursor.peek().span(),
          "A condition does not calculate.",
          operator.equals("&") || operator.equals("|")
              ? "Write " + (operator.equals("&") ? "and." : "or.")
              : "Put what is calculated into brackets: [ $var(x) + 1 ].");
    }
    Expression all = left;
    for (int count = 0; isOperator(); count++) {
      String sign = cursor.text(cursor.next());
      all = join(all, sign, operand(), count);
    }
    return all;
  }

  /** {@return one test without {@code not} and parentheses} */
  private Expression element() {
    if (cursor.is(Kind.VARIABLE)) {
      Variable variable = values.variable();
      return is(Operator.ASSIGNMENT) ? assignment(variable) : compared(variable);
    }
    Expression element = operand();
    if (element instanceof Literal.Text(String _, boolean quoted, var span)
        && quoted
        && !is(Operator.COMPARISON)) {
      cursor.problems.add(span, "A string is no condition.", "Compare a variable with it.");
    }
    return element;
  }

  private Expression assignment(Variable variable) {
    String operator = cursor.text(cursor.next());
    Expression value = assigned(operator);
    return new Expression.Binary(variable, operator, value, variable.span().to(value.span()));
  }

  /** {@return the value of an assignment} */
  Expression assigned(String operator) {
    if (!values.isNull()) {
      return arithmetic();
    }
    Literal.Null none = new Literal.Null(cursor.next().span());
    if (!operator.equals("=") && !operator.equals(":=")) {
      cursor.problems.add(none.span(), "Nothing can be done with NULL but to assign it.", "Use =.");
    }
    return none;
  }

  /** {@return what is calculated: bit operators bind least} */
  private Expression arithmetic() {
    Expression left = sum();
    for (int count = 0; ; count++) {
      if (!is(Operator.BITS)) {
        if (!is(Operator.LOGIC)) {
          return left;
        }
        cursor.problems.add(
            cursor.peek().span(),
            "Brackets and assignments calculate; they know no " + cursor.text() + ".",
            "Use parentheses for conditions.");
      }
      String sign = cursor.text(cursor.next());
      left = join(left, sign, sum(), count);
    }
  }

  private Expression sum() {
    Expression left = term();
    for (int count = 0; is(Operator.SUM); count++) {
      String sign = cursor.text(cursor.next());
      left = join(left, sign, term(), count);
    }
    return left;
  }

  private Expression term() {
    int start = cursor.start();
    boolean not = cursor.is("!") || cursor.is("not");
    if (not) {
      cursor.problems.add(
          cursor.peek().span(),
          "Brackets and assignments calculate; they know no not.",
          "Use parentheses for conditions.");
    }
    if (!not && !cursor.is("~") && !cursor.is("(")) {
      return cursor.is(Kind.VARIABLE) ? compared(values.variable()) : compare(operand());
    }
    boolean group = cursor.is("(");
    cursor.next();
    if (!cursor.enter()) {
      if (group) {
        cursor.skipNested("(", ")");
      }
      while (cursor.take("~") || cursor.take("!") || cursor.take("not")) {}
      return new Literal.Text("", false, cursor.since(start));
    }
    Expression inner = group ? arithmetic() : term();
    cursor.leave();
    if (!group) {
      return not
          ? new Expression.Not(inner, cursor.since(start))
          : new Expression.Complement(inner, cursor.since(start));
    }
    if (!cursor.expect(")", "Here ) is missing.")) {
      resume(")");
    }
    return compare(new Expression.Group(inner, false, cursor.since(start)));
  }

  private Expression compare(Expression left) {
    return is(Operator.COMPARISON) ? misplaced(left) : left;
  }

  private Expression compared(Variable left) {
    if (!is(Operator.COMPARISON)) {
      return left;
    }
    String operator = cursor.text(cursor.next());
    Expression right = comparable();
    Comparisons.check(operator, right, cursor.problems);
    return new Expression.Binary(left, operator, right, left.span().to(right.span()));
  }

  private Expression comparable() {
    if (values.isNull()) {
      return new Literal.Null(cursor.next().span());
    }
    Optional<Literal.Address> address = values.address();
    return address.isPresent() ? address.get() : operand();
  }

  /** {@return a single value} */
  private Expression operand() {
    if (cursor.is(Kind.VARIABLE)) {
      return values.variable();
    }
    if (values.isText()) {
      return values.singleText();
    }
    Optional<Literal.Number> number = values.number();
    if (number.isPresent()) {
      return number.get();
    }
    if (cursor.is(Kind.WORD) && !Words.statement(cursor)) {
      return calls.inExpression();
    }
    if (cursor.is("(") || cursor.is("[")) {
      return group();
    }
    return values.missing("A value is missing here.");
  }

  private boolean is(Operator operator) {
    return cursor.operator() == operator;
  }
}
