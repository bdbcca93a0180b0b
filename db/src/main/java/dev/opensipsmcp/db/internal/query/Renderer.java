package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.query.Selection.Body;
import dev.opensipsmcp.db.internal.query.Selection.Combined;
import dev.opensipsmcp.db.internal.query.Selection.Joined;
import dev.opensipsmcp.db.internal.query.Selection.Order;
import dev.opensipsmcp.db.internal.query.Selection.Origin;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Writes what was understood as a statement of this program's own. */
final class Renderer {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final Dialect dialect;

  Renderer(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * {@return the statement}
   *
   * @param most how many rows it may give at most
   */
  Sql whole(Selection query, long most) {
    long limit = Math.min(query.limit().orElse(most), most);
    return unlimited(query).words(" LIMIT ").number(limit).sql(offset(query));
  }

  private Sql sql(Selection query) {
    Sql sql = unlimited(query);
    if (query.limit().isPresent()) {
      return sql.words(" LIMIT ").number(query.limit().getAsLong()).sql(offset(query));
    }
    if (query.offset().isEmpty()) {
      return sql;
    }
    // Only PostgreSQL takes an OFFSET without a LIMIT.
    return (dialect == Dialect.POSTGRESQL ? sql : sql.words(" LIMIT ").number(Long.MAX_VALUE))
        .sql(offset(query));
  }

  private static Sql offset(Selection query) {
    return query.offset().isPresent()
        ? Sql.of(" OFFSET ").number(query.offset().getAsLong())
        : Sql.empty();
  }

  private Sql unlimited(Selection query) {
    Sql sql = Sql.empty();
    if (!query.with().isEmpty()) {
      List<Sql> named = new ArrayList<>();
      for (Selection.Named one : query.with()) {
        named.add(Sql.empty().name(one.name()).words(" AS (").sql(sql(one.query())).words(")"));
      }
      sql = Sql.of("WITH ").sql(Sql.joined(named, ", ")).words(" ");
    }
    for (Combined one : query.bodies()) {
      sql =
          switch (one.how()) {
            case FIRST -> sql;
            case UNION -> sql.words(" UNION ");
            case UNION_ALL -> sql.words(" UNION ALL ");
            case INTERSECT -> sql.words(" INTERSECT ");
            case EXCEPT -> sql.words(" EXCEPT ");
          };
      sql = sql.sql(body(one.body()));
    }
    List<Sql> order = new ArrayList<>();
    for (Order one : query.order()) {
      order.add(key(one.key()).sql(one.descending() ? Sql.of(" DESC") : Sql.empty()));
    }
    return order.isEmpty() ? sql : sql.words(" ORDER BY ").sql(Sql.joined(order, ", "));
  }

  private Sql body(Body body) {
    List<Sql> items = new ArrayList<>();
    for (int i = 0; i < body.items().size(); i++) {
      items.add(expr(body.items().get(i)).words(" AS ").name(Understanding.column(i + 1)));
    }
    Sql sql =
        (body.distinct() ? Sql.of("SELECT DISTINCT ") : Sql.of("SELECT "))
            .sql(Sql.joined(items, ", "));
    for (Joined one : body.from()) {
      sql =
          switch (one.how()) {
            case FIRST -> sql.words(" FROM ");
            case CROSS -> sql.words(" CROSS JOIN ");
            case INNER -> sql.words(" INNER JOIN ");
            case LEFT -> sql.words(" LEFT JOIN ");
            case RIGHT -> sql.words(" RIGHT JOIN ");
          };
      sql = sql.sql(origin(one.origin())).words(" AS ").name(one.alias());
      if (one.on().isPresent()) {
        sql = sql.words(" ON ").sql(expr(one.on().get()));
      }
    }
    if (body.where().isPresent()) {
      sql = sql.words(" WHERE ").sql(expr(body.where().get()));
    }
    if (!body.group().isEmpty()) {
      sql =
          sql.words(" GROUP BY ")
              .sql(Sql.joined(body.group().stream().map(this::key).toList(), ", "));
    }
    return body.having().isPresent() ? sql.words(" HAVING ").sql(expr(body.having().get())) : sql;
  }

  private Sql origin(Origin origin) {
    return switch (origin) {
      case Origin.Table(var schema, var name) ->
          (schema.isPresent() ? Sql.empty().name(schema.get()).words(".") : Sql.empty()).name(name);
      case Origin.Named(var name) -> Sql.empty().name(name);
      case Origin.Inner(Selection query) -> Sql.of("(").sql(sql(query)).words(")");
    };
  }

  private Sql key(Selection.Key key) {
    return switch (key) {
      case Selection.Key.Ordinal(int number) -> Sql.empty().number(number);
      // Parentheses keep a number from being one of the result's.
      case Selection.Key.By(Expr expression) -> Sql.of("(").sql(expr(expression)).words(")");
    };
  }

  private List<Sql> all(List<Expr> expressions) {
    return expressions.stream().map(this::expr).toList();
  }

  private Sql expr(Expr expression) {
    return switch (expression) {
      case Expr.Column(var source, var name) -> Sql.empty().name(source).words(".").name(name);
      case Expr.Text(String text) -> Sql.empty().untyped(text);
      case Expr.Whole(BigInteger number) ->
          number.compareTo(LARGEST) <= 0
              ? Sql.empty().number(number.longValue())
              : Sql.empty().value(new Value.Whole(number));
      case Expr.Decimal(var number) -> Sql.empty().value(new Value.Real(number));
      case Expr.Nothing _ -> Sql.of("NULL");
      case Expr.Flag(boolean value) -> value ? Sql.of("TRUE") : Sql.of("FALSE");
      case Expr.Now(boolean day) -> day ? Sql.of("CURRENT_DATE") : Sql.of("CURRENT_TIMESTAMP");
      case Expr.CountAll _ -> Sql.of("COUNT(*)");
      case Expr.Call(Callable function, boolean distinct, List<Expr> arguments) ->
          function
              .opening(dialect)
              .sql(distinct ? Sql.of("DISTINCT ") : Sql.empty())
              .sql(Sql.joined(all(arguments), ", "))
              .words(")");
      case Expr.Binary(Expr.Operator operator, Expr left, Expr right) ->
          Sql.of("(").sql(expr(left)).sql(operator.sql()).sql(expr(right)).words(")");
      case Expr.Minus(Expr inner) -> Sql.of("(- ").sql(expr(inner)).words(")");
      case Expr.Not(Expr inner) -> Sql.of("(NOT ").sql(expr(inner)).words(")");
      case Expr.Between(Expr inner, Expr low, Expr high, boolean not) ->
          Sql.of("(")
              .sql(expr(inner))
              .sql(not(not))
              .words(" BETWEEN ")
              .sql(expr(low))
              .words(" AND ")
              .sql(expr(high))
              .words(")");
      case Expr.InList(Expr inner, List<Expr> list, boolean not) ->
          Sql.of("(")
              .sql(expr(inner))
              .sql(not(not))
              .words(" IN (")
              .sql(Sql.joined(all(list), ", "))
              .words("))");
      case Expr.InQuery(Expr inner, Selection query, boolean not) ->
          Sql.of("(").sql(expr(inner)).sql(not(not)).words(" IN (").sql(sql(query)).words("))");
      case Expr.Like(Expr inner, Expr pattern, boolean not, boolean anyCase) ->
          Sql.of("(")
              .sql(expr(inner))
              .sql(not(not))
              .sql(anyCase ? Sql.of(" ILIKE ") : Sql.of(" LIKE "))
              .sql(expr(pattern))
              .words(")");
      case Expr.IsNull(Expr inner, boolean not) ->
          Sql.of("(").sql(expr(inner)).sql(not ? Sql.of(" IS NOT NULL)") : Sql.of(" IS NULL)"));
      case Expr.IsTrue(Expr inner, boolean value, boolean not) ->
          Sql.of("(")
              .sql(expr(inner))
              .sql(not ? Sql.of(" IS NOT ") : Sql.of(" IS "))
              .sql(value ? Sql.of("TRUE)") : Sql.of("FALSE)"));
      case Expr.Exists(Selection query, boolean not) ->
          (not ? Sql.of("(NOT EXISTS (") : Sql.of("(EXISTS (")).sql(sql(query)).words("))");
      case Expr.Scalar(Selection query) -> Sql.of("(").sql(sql(query)).words(")");
      case Expr.Case choice -> choice(choice);
      case Expr.Cast(Expr inner, CastType type) ->
          Sql.of("CAST(").sql(expr(inner)).words(" AS ").sql(type.sql(dialect)).words(")");
      case Expr.Interval(long amount, TimeUnit unit) -> interval(amount, unit);
      case Expr.Extract(TimeUnit unit, Expr inner) ->
          Sql.of("EXTRACT(").sql(unit.sql()).words(" FROM ").sql(expr(inner)).words(")");
    };
  }

  private static Sql not(boolean not) {
    return not ? Sql.of(" NOT") : Sql.empty();
  }

  private Sql choice(Expr.Case choice) {
    Sql sql = Sql.of("(CASE");
    if (choice.subject().isPresent()) {
      sql = sql.words(" ").sql(expr(choice.subject().get()));
    }
    for (Expr.When when : choice.whens()) {
      sql = sql.words(" WHEN ").sql(expr(when.when())).words(" THEN ").sql(expr(when.then()));
    }
    if (choice.otherwise().isPresent()) {
      sql = sql.words(" ELSE ").sql(expr(choice.otherwise().get()));
    }
    return sql.words(" END)");
  }

  private Sql interval(long amount, TimeUnit unit) {
    return switch (dialect) {
      case MARIADB -> Sql.of("INTERVAL ").number(amount).words(" ").sql(unit.sql());
      case POSTGRESQL ->
          Sql.of("(").number(amount).words(" * INTERVAL '1 ").sql(unit.sql()).words("')");
      case SQLITE -> throw new IllegalStateException("SQLite has no INTERVAL");
    };
  }
}
