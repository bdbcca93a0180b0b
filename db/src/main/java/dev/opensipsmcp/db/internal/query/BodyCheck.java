package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.internal.query.Expr.Operator;
import dev.opensipsmcp.db.internal.query.Scope.Field;
import dev.opensipsmcp.db.internal.query.Scope.Found;
import dev.opensipsmcp.db.internal.query.Scope.Source;
import dev.opensipsmcp.db.internal.query.Selection.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;

/** Understands one SELECT ... FROM ... WHERE ... GROUP BY ... HAVING. */
final class BodyCheck {
  private final Understanding shared;
  private final SelectCheck selects;
  private final ExpressionCheck expressions;
  private final FromCheck from;

  BodyCheck(Understanding shared, SelectCheck selects) {
    this.shared = shared;
    this.selects = selects;
    this.expressions = new ExpressionCheck(shared, selects);
    this.from = new FromCheck(shared, selects, expressions);
  }

  /**
   * {@return what it means}
   *
   * @param scope empty; has the tables afterwards
   * @param labels empty; has the columns' names afterwards
   */
  Body check(PlainSelect node, Scope scope, List<String> labels) {
    List<Selection.Joined> joined = from.check(node, scope);
    List<Expr> items = new ArrayList<>();
    for (SelectItem<?> item : node.getSelectItems()) {
      item(item, scope, items, labels);
    }
    if (items.isEmpty()) {
      throw Refused.because(
          "No column is left that may be shown.", "Name columns that hold no secrets.");
    }
    return new Body(
        node.getDistinct() != null,
        items,
        joined,
        Optional.ofNullable(node.getWhere()).map(one -> expressions.check(one, scope)),
        group(node.getGroupBy(), node, scope, items, labels),
        Optional.ofNullable(node.getHaving()).map(one -> expressions.check(one, scope)));
  }

  private void item(SelectItem<?> item, Scope scope, List<Expr> items, List<String> labels) {
    Expression expression = item.getExpression();
    if (expression.getClass() == AllColumns.class) {
      selects.plain((AllColumns) expression);
      for (int i = 0; i < scope.sources().size(); i++) {
        star(scope.sources().get(i), i > 0 ? Optional.of(scope) : Optional.empty(), items, labels);
      }
      return;
    }
    if (expression.getClass() == AllTableColumns.class) {
      AllTableColumns star = (AllTableColumns) expression;
      selects.plain(star);
      Features.none(star.getTable());
      star(
          scope.source(Names.bare(star.getTable().getName()), star),
          Optional.empty(),
          items,
          labels);
      return;
    }
    items.add(expressions.check(expression, scope));
    if (item.getAlias() != null) {
      Features.none(item.getAlias(), item);
      labels.add(Names.bare(item.getAlias().getName()));
    } else {
      labels.add(
          switch (expression) {
            case Column column -> Names.bare(column.getColumnName());
            case Function function -> function.getName().toLowerCase(Locale.ROOT);
            default -> "column" + items.size();
          });
    }
  }

  /** All but the secrets, and but what an earlier table shows already. */
  private void star(Source source, Optional<Scope> merging, List<Expr> items, List<String> labels) {
    for (Field field : source.fields()) {
      if (field.secret().isPresent()) {
        shared.leftOut(field.secret().get());
      } else if (merging.isEmpty() || !merging.get().merged(field.name())) {
        items.add(new Found(source, field).column());
        labels.add(field.name());
      }
    }
  }

  private List<Selection.Key> group(
      GroupByElement group, Object node, Scope scope, List<Expr> items, List<String> labels) {
    List<Selection.Key> keys = new ArrayList<>();
    if (group == null) {
      return keys;
    }
    if (group.isMysqlWithRollup()
        || (group.getGroupingSets() != null && !group.getGroupingSets().isEmpty())
        || group.getGroupByExpressionList() == null) {
      throw Refused.feature(node, "GROUP BY of this form");
    }
    for (Object one : group.getGroupByExpressionList()) {
      keys.add(groupKey((Expression) one, scope, items, labels));
    }
    return keys;
  }

  /** A column of the tables goes before one of the result. */
  private Selection.Key groupKey(
      Expression expression, Scope scope, List<Expr> items, List<String> labels) {
    if (expression instanceof Column column
        && bare(column)
        && scope.find(Optional.empty(), Names.bare(column.getColumnName()), column).isEmpty()) {
      return resultKey(expression, labels);
    }
    return expression instanceof LongValue
        ? resultKey(expression, labels)
        : key(expressions.check(expression, scope), items);
  }

  /** A column of the result goes before one of the tables. */
  Selection.Key orderKey(
      Expression expression, Scope scope, List<Expr> items, List<String> labels) {
    boolean label =
        expression instanceof LongValue
            || (expression instanceof Column column
                && bare(column)
                && labels.stream().anyMatch(Names.bare(column.getColumnName())::equalsIgnoreCase));
    return label ? resultKey(expression, labels) : key(expressions.check(expression, scope), items);
  }

  /** What the result has already is named by its number, with its parameters counted once. */
  private static Selection.Key key(Expr expression, List<Expr> items) {
    int at = items.indexOf(expression);
    return at < 0 ? new Selection.Key.By(expression) : new Selection.Key.Ordinal(at + 1);
  }

  /** {@return a column of the result, by its number or name} */
  Selection.Key resultKey(Expression expression, List<String> labels) {
    if (expression.getClass() == LongValue.class) {
      String number = ((LongValue) expression).getStringValue();
      for (int at = 1; at <= labels.size(); at++) {
        if (number.equals(Integer.toString(at))) {
          return new Selection.Key.Ordinal(at);
        }
      }
      throw Refused.because(
          Refused.at(expression) + "The result has no column " + number + ".",
          "Count its columns from 1.");
    }
    if (expression instanceof Column column && bare(column)) {
      String name = Names.bare(column.getColumnName());
      List<Integer> found = new ArrayList<>();
      for (int at = 0; at < labels.size(); at++) {
        if (labels.get(at).equalsIgnoreCase(name)) {
          found.add(at + 1);
        }
      }
      if (found.size() == 1) {
        return new Selection.Key.Ordinal(found.getFirst());
      }
      throw Refused.because(
          Refused.at(expression)
              + (found.isEmpty() ? "There is no column " : "Several columns are called ")
              + name
              + ".",
          "Name columns of the result, each once.");
    }
    throw Refused.feature(expression, "An expression that orders combined queries");
  }

  private static boolean bare(Column column) {
    return column.getClass() == Column.class
        && (column.getTable() == null
            || column.getTable().getName() == null
            || column.getTable().getName().isEmpty())
        && column.getArrayConstructor() == null;
  }

  /** {@return that both are equal} */
  static Expr equal(Expr left, Expr right) {
    return new Expr.Binary(Operator.EQUAL, left, right);
  }
}
