package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.internal.query.Scope.Field;
import dev.opensipsmcp.db.internal.query.Selection.Body;
import dev.opensipsmcp.db.internal.query.Selection.Combination;
import dev.opensipsmcp.db.internal.query.Selection.Combined;
import dev.opensipsmcp.db.internal.query.Selection.Order;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.ExceptOp;
import net.sf.jsqlparser.statement.select.IntersectOp;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.UnionOp;
import net.sf.jsqlparser.statement.select.WithItem;

/** Understands a SELECT with what surrounds its bodies: WITH, UNION, ORDER BY, LIMIT. */
final class SelectCheck {
  private final Understanding shared;
  private final BodyCheck bodies;

  private SelectCheck(Understanding shared) {
    this.shared = shared;
    this.bodies = new BodyCheck(shared, this);
  }

  /** {@return what a statement means, if it is one SELECT} */
  static Selection of(Statement statement, Understanding shared) {
    if (!(statement instanceof Select select)) {
      throw Refused.because(
          "This is " + statement.getClass().getSimpleName() + ", and only one SELECT is run.",
          "Use a tool that makes the change.");
    }
    return new SelectCheck(shared).select(select, Optional.empty(), Map.of());
  }

  /** {@return a query in parentheses} */
  Selection inner(ParenthesedSelect node, Optional<Scope> outer, Map<String, Scope.Named> queries) {
    Features.none(node);
    if (node.getOrderByElements() != null
        || node.getLimit() != null
        || node.getOffset() != null
        || node.getWithItemsList() != null) {
      throw Refused.feature(node, "ORDER BY or LIMIT behind parentheses");
    }
    return select(node.getSelect(), outer, queries);
  }

  /** {@return a query in parentheses within an expression} */
  Selection inner(ParenthesedSelect node, Scope scope) {
    if (node.getAlias() != null) {
      throw Refused.feature(node, "A name for a query in an expression");
    }
    return inner(node, Optional.of(scope), scope.queries());
  }

  /** {@return a query of one column in parentheses} */
  Selection column(ParenthesedSelect node, Scope scope) {
    Selection query = inner(node, scope);
    if (query.labels().size() != 1) {
      throw Refused.because(
          Refused.at(node)
              + "A query in an expression gives one column, not "
              + query.labels().size()
              + ".",
          "Select one column in it.");
    }
    return query;
  }

  /** Refuses a star with more to it. */
  void plain(AllColumns star) {
    if ((star.getExceptColumns() != null && !star.getExceptColumns().isEmpty())
        || (star.getReplaceExpressions() != null && !star.getReplaceExpressions().isEmpty())) {
      throw Refused.feature(star, "A star of this form");
    }
  }

  /** {@return the columns of a query, as a table's} */
  static List<Field> fields(Selection query) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < query.labels().size(); i++) {
      fields.add(
          new Field(query.labels().get(i), Understanding.column(i + 1), Optional.empty(), true));
    }
    return fields;
  }

  private Selection select(Select node, Optional<Scope> outer, Map<String, Scope.Named> queries) {
    shared.enter(node);
    try {
      if (node.getClass() == ParenthesedSelect.class) {
        return inner((ParenthesedSelect) node, outer, queries);
      }
      Features.none(node);
      Map<String, Scope.Named> known = new HashMap<>(queries);
      List<Selection.Named> with = with(node, known);
      if (node.getClass() == PlainSelect.class) {
        Scope scope = new Scope(outer, known);
        List<String> labels = new ArrayList<>();
        Body body = bodies.check((PlainSelect) node, scope, labels);
        return new Selection(
            with,
            List.of(new Combined(Combination.FIRST, body)),
            order(node, key -> bodies.orderKey(key, scope, body.items(), labels)),
            limit(node),
            offset(node),
            labels);
      }
      if (node.getClass() == SetOperationList.class) {
        return combined((SetOperationList) node, with, outer, known);
      }
      throw Refused.unknown(node);
    } finally {
      shared.leave();
    }
  }

  private List<Selection.Named> with(Select node, Map<String, Scope.Named> known) {
    List<Selection.Named> with = new ArrayList<>();
    if (node.getWithItemsList() == null) {
      return with;
    }
    for (WithItem<?> item : node.getWithItemsList()) {
      if (item.isRecursive()) {
        throw Refused.because(
            "WITH RECURSIVE is not among what a query may hold.", "Ask for what the tables hold.");
      }
      if (item.isMaterialized()
          || item.getWithItemList() != null
          || item.getAlias() == null
          || item.getAlias().getAliasColumns() != null
          || item.getParenthesedStatement().getClass() != ParenthesedSelect.class) {
        throw Refused.feature(node, "WITH of this form");
      }
      Selection query =
          inner((ParenthesedSelect) item.getParenthesedStatement(), Optional.empty(), known);
      String name = Names.bare(item.getAlias().getName()).toLowerCase(Locale.ROOT);
      SqlName own = shared.alias();
      if (known.put(name, new Scope.Named(own, fields(query))) != null) {
        throw Refused.because("Two queries are called " + name + ".", "Name them differently.");
      }
      with.add(new Selection.Named(own, query));
    }
    return with;
  }

  private Selection combined(
      SetOperationList node,
      List<Selection.Named> with,
      Optional<Scope> outer,
      Map<String, Scope.Named> queries) {
    List<Combined> all = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < node.getSelects().size(); i++) {
      Combination how = i == 0 ? Combination.FIRST : combination(node.getOperation(i - 1));
      List<String> own = new ArrayList<>();
      Body body = bodies.check(operand(node.getSelects().get(i)), new Scope(outer, queries), own);
      if (i == 0) {
        labels.addAll(own);
      } else if (own.size() != labels.size()) {
        throw Refused.because(
            Refused.at(node) + "The combined queries have different numbers of columns.",
            "Select as many columns in each.");
      }
      all.add(new Combined(how, body));
    }
    boolean intersects = all.stream().anyMatch(one -> one.how() == Combination.INTERSECT);
    if (intersects && all.stream().skip(1).anyMatch(one -> one.how() != Combination.INTERSECT)) {
      throw Refused.because(
          Refused.at(node) + "Databases differ on INTERSECT beside UNION or EXCEPT.",
          "Write one of them as a query in FROM.");
    }
    return new Selection(
        with,
        all,
        order(node, key -> bodies.resultKey(key, labels)),
        limit(node),
        offset(node),
        labels);
  }

  private static PlainSelect operand(Select node) {
    Select inner = node;
    while (inner.getClass() == ParenthesedSelect.class && inner.getAlias() == null && bare(inner)) {
      Features.none(inner);
      inner = ((ParenthesedSelect) inner).getSelect();
    }
    if (inner.getClass() != PlainSelect.class || !bare(inner)) {
      throw Refused.feature(
          node, "A combined query with ORDER BY, LIMIT, WITH or UNION of its own");
    }
    Features.none(inner);
    return (PlainSelect) inner;
  }

  private static boolean bare(Select node) {
    return node.getOrderByElements() == null
        && node.getLimit() == null
        && node.getOffset() == null
        && node.getWithItemsList() == null;
  }

  private static Combination combination(SetOperation operation) {
    return switch (operation) {
      case UnionOp union -> union.isAll() ? Combination.UNION_ALL : Combination.UNION;
      case IntersectOp intersect when !intersect.isAll() -> Combination.INTERSECT;
      case ExceptOp except when !except.isAll() -> Combination.EXCEPT;
      default -> throw Refused.feature(operation, operation.toString());
    };
  }

  private interface Keys {
    Selection.Key of(Expression expression);
  }

  private static List<Order> order(Select node, Keys keys) {
    List<Order> order = new ArrayList<>();
    if (node.getOrderByElements() != null) {
      for (OrderByElement element : node.getOrderByElements()) {
        if (element.getNullOrdering() != null || element.isMysqlWithRollup()) {
          throw Refused.feature(node, "ORDER BY of this form");
        }
        order.add(new Order(keys.of(element.getExpression()), !element.isAsc()));
      }
    }
    return order;
  }

  private static OptionalLong limit(Select node) {
    Limit limit = node.getLimit();
    if (limit == null || limit.getRowCount() == null) {
      return OptionalLong.empty();
    }
    if (limit.getByExpressions() != null && !limit.getByExpressions().isEmpty()) {
      throw Refused.feature(node, "LIMIT BY");
    }
    return OptionalLong.of(number(limit.getRowCount()));
  }

  private static OptionalLong offset(Select node) {
    Expression inLimit = node.getLimit() == null ? null : node.getLimit().getOffset();
    Expression own = node.getOffset() == null ? null : node.getOffset().getOffset();
    if (inLimit != null && own != null) {
      throw Refused.feature(node, "OFFSET twice");
    }
    Expression offset = inLimit == null ? own : inLimit;
    return offset == null ? OptionalLong.empty() : OptionalLong.of(number(offset));
  }

  private static long number(Expression expression) {
    if (expression.getClass() == LongValue.class
        && Literals.whole((LongValue) expression) instanceof Expr.Whole(var number)
        && number.bitLength() < Long.SIZE - 1) {
      return number.longValue();
    }
    throw Refused.because(
        Refused.at(expression) + "LIMIT and OFFSET take plain numbers.", "Write a number.");
  }
}
