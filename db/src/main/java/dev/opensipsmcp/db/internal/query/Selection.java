package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.internal.sql.SqlName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A SELECT that was understood, on whatever level of the query. Its columns are called {@code c1},
 * {@code c2} and so on.
 *
 * @param with the queries that have names of this program
 * @param bodies one, or several that are combined
 * @param order by which columns
 * @param limit how many rows at most
 * @param offset how many are left out before
 * @param labels what the caller calls the columns
 */
record Selection(
    List<Named> with,
    List<Combined> bodies,
    List<Order> order,
    OptionalLong limit,
    OptionalLong offset,
    List<String> labels) {

  /** A query with a name. */
  record Named(SqlName name, Selection query) {}

  /** How a body is combined with what stands before it; nothing for the first. */
  record Combined(Combination how, Body body) {}

  /** The ways of combining. */
  enum Combination {
    FIRST,
    UNION,
    UNION_ALL,
    INTERSECT,
    EXCEPT
  }

  /** One SELECT ... FROM ... WHERE ... GROUP BY ... HAVING. */
  record Body(
      boolean distinct,
      List<Expr> items,
      List<Joined> from,
      Optional<Expr> where,
      List<Key> group,
      Optional<Expr> having) {}

  /** A table or query in FROM, and how it is joined to those before it. */
  record Joined(Join how, Origin origin, SqlName alias, Optional<Expr> on) {}

  /** The ways of joining. */
  enum Join {
    FIRST,
    CROSS,
    INNER,
    LEFT,
    RIGHT
  }

  /** Where rows come from. */
  sealed interface Origin {
    record Table(Optional<SqlName> schema, SqlName name) implements Origin {}

    record Named(SqlName name) implements Origin {}

    record Inner(Selection query) implements Origin {}
  }

  /** By what rows are grouped or ordered. */
  sealed interface Key {
    /** The column of the result with that number. */
    record Ordinal(int number) implements Key {}

    record By(Expr expression) implements Key {}
  }

  /** A part of ORDER BY. */
  record Order(Key key, boolean descending) {}
}
