package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.internal.query.Expr.Operator;
import dev.opensipsmcp.db.internal.query.Scope.Field;
import dev.opensipsmcp.db.internal.query.Scope.Found;
import dev.opensipsmcp.db.internal.query.Scope.Source;
import dev.opensipsmcp.db.internal.query.Selection.Join;
import dev.opensipsmcp.db.internal.query.Selection.Joined;
import dev.opensipsmcp.db.internal.query.Selection.Origin;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** Understands FROM and the joins. */
final class FromCheck {
  private static final int MOST_TABLES = 12;

  private final Understanding shared;
  private final SelectCheck selects;
  private final ExpressionCheck expressions;

  FromCheck(Understanding shared, SelectCheck selects, ExpressionCheck expressions) {
    this.shared = shared;
    this.selects = selects;
    this.expressions = expressions;
  }

  List<Joined> check(PlainSelect node, Scope scope) {
    List<Joined> all = new ArrayList<>();
    if (node.getFromItem() == null) {
      return all;
    }
    all.add(joined(Join.FIRST, node.getFromItem(), scope, Optional.empty()));
    if (node.getJoins() != null) {
      for (net.sf.jsqlparser.statement.select.Join join : node.getJoins()) {
        all.add(joined(join, scope));
      }
    }
    if (all.size() > MOST_TABLES) {
      throw Refused.feature(node, "A join of more than " + MOST_TABLES + " tables");
    }
    return all;
  }

  private Joined joined(net.sf.jsqlparser.statement.select.Join join, Scope scope) {
    Features.none(join);
    List<Column> using = join.getUsingColumns() == null ? List.of() : join.getUsingColumns();
    List<Expression> on =
        join.getOnExpressions() == null ? List.of() : List.copyOf(join.getOnExpressions());
    Join how = how(join);
    boolean conditions = !using.isEmpty() || !on.isEmpty();
    if (on.size() > 1
        || (!using.isEmpty() && !on.isEmpty())
        || (how == Join.CROSS && conditions)
        || (how != Join.CROSS && !conditions)
        || (how == Join.RIGHT && !using.isEmpty())) {
      throw Refused.because(
          Refused.at(join) + "This join is not understood.",
          "Write JOIN ... ON one condition, or CROSS JOIN without.");
    }
    List<Found> left = new ArrayList<>();
    for (Column column : using) {
      left.add(
          scope
              .find(Optional.empty(), Names.bare(column.getColumnName()), column)
              .orElseThrow(() -> unknown(column)));
    }
    Joined joined = joined(how, join.getFromItem(), scope, Optional.empty());
    Optional<Expr> condition =
        using.isEmpty()
            ? on.stream().findFirst().map(one -> expressions.check(one, scope))
            : Optional.of(equal(using, left, scope));
    return new Joined(how, joined.origin(), joined.alias(), condition);
  }

  private static Expr equal(List<Column> using, List<Found> left, Scope scope) {
    Source right = scope.sources().getLast();
    Optional<Expr> all = Optional.empty();
    for (int i = 0; i < using.size(); i++) {
      Column column = using.get(i);
      String name = Names.bare(column.getColumnName());
      Field field = Scope.field(right, name, column).orElseThrow(() -> unknown(column));
      Expr one =
          BodyCheck.equal(
              left.get(i).column(), Scope.open(new Found(right, field), column).column());
      all = Optional.of(all.isPresent() ? new Expr.Binary(Operator.AND, all.get(), one) : one);
      scope.merge(name);
    }
    return all.orElseThrow();
  }

  private static Refused unknown(Column column) {
    return Refused.because(
        Refused.at(column) + "USING names a column that is not on both sides.", "Write ON.");
  }

  private static Join how(net.sf.jsqlparser.statement.select.Join join) {
    if (join.isLeft()) {
      return Join.LEFT;
    }
    if (join.isRight()) {
      return Join.RIGHT;
    }
    return join.isSimple() || join.isCross() ? Join.CROSS : Join.INNER;
  }

  private Joined joined(Join how, FromItem item, Scope scope, Optional<Expr> on) {
    SqlName alias = shared.alias();
    if (item.getAlias() != null) {
      Features.none(item.getAlias(), item);
    }
    Optional<String> given =
        Optional.ofNullable(item.getAlias()).map(name -> Names.bare(name.getName()));
    if (item.getClass() == Table.class) {
      Table table = (Table) item;
      Features.none(table);
      // Not getName(), which leaves out what stands behind an @.
      String name = Names.bare(table.getNameParts().getFirst());
      Optional<Scope.Named> query =
          Optional.ofNullable(scope.queries().get(name.toLowerCase(Locale.ROOT)));
      if (query.isPresent()) {
        scope.add(new Source(given.orElse(name), alias, query.get().fields()), table);
        return new Joined(how, new Origin.Named(query.get().name()), alias, on);
      }
      Tables.Known known = shared.table(name, table);
      scope.add(new Source(given.orElse(name), alias, known.fields()), table);
      return new Joined(how, new Origin.Table(known.schema(), known.name()), alias, on);
    }
    if (item.getClass() == ParenthesedSelect.class) {
      // What stands beside it is not seen inside: that would be LATERAL.
      Selection query = selects.inner((ParenthesedSelect) item, Optional.empty(), scope.queries());
      String name =
          given.orElseThrow(() -> Refused.feature(item, "A query in FROM without a name"));
      scope.add(new Source(name, alias, SelectCheck.fields(query)), item);
      return new Joined(how, new Origin.Inner(query), alias, on);
    }
    throw Refused.unknown(item);
  }
}
