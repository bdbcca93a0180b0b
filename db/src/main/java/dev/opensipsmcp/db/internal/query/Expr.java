package dev.opensipsmcp.db.internal.query;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * An expression that was understood. Nothing in it is a word of the caller but texts and numbers.
 */
sealed interface Expr {
  /** A column of a table of the query, under the name that this program gave the table. */
  record Column(SqlName source, SqlName name) implements Expr {}

  record Text(String text) implements Expr {}

  record Whole(BigInteger number) implements Expr {}

  record Decimal(BigDecimal number) implements Expr {}

  record Nothing() implements Expr {}

  record Flag(boolean value) implements Expr {}

  /** The time at which the query runs, or its day. */
  record Now(boolean day) implements Expr {}

  record Call(Callable function, boolean distinct, List<Expr> arguments) implements Expr {}

  record CountAll() implements Expr {}

  record Binary(Operator operator, Expr left, Expr right) implements Expr {}

  record Minus(Expr inner) implements Expr {}

  record Not(Expr inner) implements Expr {}

  record Between(Expr inner, Expr low, Expr high, boolean not) implements Expr {}

  record InList(Expr inner, List<Expr> list, boolean not) implements Expr {}

  record InQuery(Expr inner, Selection query, boolean not) implements Expr {}

  record Like(Expr inner, Expr pattern, boolean not, boolean anyCase) implements Expr {}

  record IsNull(Expr inner, boolean not) implements Expr {}

  record IsTrue(Expr inner, boolean value, boolean not) implements Expr {}

  record Exists(Selection query, boolean not) implements Expr {}

  record Scalar(Selection query) implements Expr {}

  record Case(Optional<Expr> subject, List<When> whens, Optional<Expr> otherwise) implements Expr {}

  record When(Expr when, Expr then) {}

  record Cast(Expr inner, CastType type) implements Expr {}

  record Interval(long amount, TimeUnit unit) implements Expr {}

  record Extract(TimeUnit unit, Expr inner) implements Expr {}

  /** What stands between two operands. */
  enum Operator {
    AND(" AND "),
    OR(" OR "),
    EQUAL(" = "),
    UNEQUAL(" <> "),
    LESS(" < "),
    AT_MOST(" <= "),
    MORE(" > "),
    AT_LEAST(" >= "),
    PLUS(" + "),
    MINUS(" - "),
    TIMES(" * "),
    OVER(" / "),
    MODULO(" % "),
    BIT_AND(" & "),
    BIT_OR(" | "),
    CONCAT(" || ");

    @CompileTimeConstant private final String words;

    Operator(@CompileTimeConstant String words) {
      this.words = words;
    }

    Sql sql() {
      return Sql.of(words);
    }
  }
}
