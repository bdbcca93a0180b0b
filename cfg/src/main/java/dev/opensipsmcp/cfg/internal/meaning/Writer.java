package dev.opensipsmcp.cfg.internal.meaning;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Transformation;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes expressions in the one way that all spellings of the same thing share. */
final class Writer {
  private final StringBuilder out;

  Writer(StringBuilder out) {
    this.out = out;
  }

  void expression(Expression expression) {
    switch (expression) {
      case Literal literal -> literal(literal);
      case Variable variable -> variable(variable);
      case Call call -> call(call);
      case Expression.Not(Expression operand, var _) -> {
        out.append('!');
        expression(operand);
      }
      case Expression.Complement(Expression operand, var _) -> {
        out.append('~');
        expression(operand);
      }
      case Expression.Binary binary -> binary(binary);
      case Expression.Group(Expression inner, boolean brackets, var _) -> {
        out.append(brackets ? '[' : '(');
        expression(inner);
        out.append(brackets ? ']' : ')');
      }
    }
  }

  /** A sum of ten thousand is as deep on its left; it is walked without recursion. */
  private void binary(Expression.Binary binary) {
    Deque<Expression.Binary> spine = new ArrayDeque<>();
    Expression left = binary;
    while (left instanceof Expression.Binary deeper) {
      spine.push(deeper);
      left = deeper.left();
    }
    expression(left);
    for (Expression.Binary each : spine) {
      out.append(' ').append(each.operator()).append(' ');
      expression(each.right());
    }
  }

  void call(Call call) {
    out.append(call.function().text());
    if (call.arguments().isEmpty()) {
      if (call.parentheses()) {
        out.append("()");
      }
      return;
    }
    String between = "(";
    for (Argument argument : call.arguments()) {
      out.append(between);
      argument.value().ifPresent(this::expression);
      between = ", ";
    }
    out.append(')');
  }

  void literal(Literal literal) {
    switch (literal) {
      case Literal.Text(String value, boolean quoted, var _) -> {
        if (quoted) {
          quoted(value);
        } else {
          out.append(value);
        }
      }
      case Literal.Number(long value, var _) -> out.append(value);
      case Literal.Null(var _) -> out.append("NULL");
      case Literal.Address(String text, var _) -> out.append(text);
    }
  }

  private void quoted(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    out.append('"');
  }

  void variable(Variable variable) {
    boolean enclosed =
        variable.context().isPresent()
            || !variable.index().isEmpty()
            || !variable.transformations().isEmpty();
    out.append(enclosed ? "$(" : "$");
    variable.context().ifPresent(context -> out.append('<').append(context.text()).append('>'));
    out.append(variable.name().text());
    if (!variable.subname().isEmpty()) {
      out.append('(');
      parts(variable.subname());
      out.append(')');
    }
    if (!variable.index().isEmpty()) {
      out.append('[');
      parts(variable.index());
      out.append(']');
    }
    variable.transformations().forEach(this::transformation);
    if (enclosed) {
      out.append(')');
    }
  }

  private void transformation(Transformation transformation) {
    out.append('{').append(transformation.family());
    if (!transformation.name().isEmpty()) {
      out.append('.').append(transformation.name());
    }
    for (List<Part> parameter : transformation.parameters()) {
      out.append(',');
      parts(parameter);
    }
    out.append('}');
  }

  private void parts(List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Part.Plain(String text, var _) -> out.append(text.replace("$", "$$"));
        case Part.Used(Variable used) -> variable(used);
      }
    }
  }
}
