package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.query.Expr.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseAnd;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseOr;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.OldOracleJoinBinaryExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.expression.operators.relational.SupportsOldOracleJoinSyntax;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;

/** Understands expressions, each kind by its name; whatever kind is not named here is refused. */
final class ExpressionCheck {
  private static final Map<Class<? extends BinaryExpression>, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry(AndExpression.class, Operator.AND),
          Map.entry(OrExpression.class, Operator.OR),
          Map.entry(EqualsTo.class, Operator.EQUAL),
          Map.entry(NotEqualsTo.class, Operator.UNEQUAL),
          Map.entry(MinorThan.class, Operator.LESS),
          Map.entry(MinorThanEquals.class, Operator.AT_MOST),
          Map.entry(GreaterThan.class, Operator.MORE),
          Map.entry(GreaterThanEquals.class, Operator.AT_LEAST),
          Map.entry(Addition.class, Operator.PLUS),
          Map.entry(Subtraction.class, Operator.MINUS),
          Map.entry(Multiplication.class, Operator.TIMES),
          Map.entry(Division.class, Operator.OVER),
          Map.entry(Modulo.class, Operator.MODULO),
          Map.entry(BitwiseAnd.class, Operator.BIT_AND),
          Map.entry(BitwiseOr.class, Operator.BIT_OR),
          Map.entry(Concat.class, Operator.CONCAT));

  /** Exactly these classes: what is derived from one may mean more. */
  private static final Set<Class<? extends Expression>> OTHERS =
      Set.of(
          Column.class,
          StringValue.class,
          LongValue.class,
          DoubleValue.class,
          NullValue.class,
          BooleanValue.class,
          TimeKeyExpression.class,
          IntervalExpression.class,
          Function.class,
          TrimFunction.class,
          SignedExpression.class,
          NotExpression.class,
          Between.class,
          InExpression.class,
          LikeExpression.class,
          IsNullExpression.class,
          IsBooleanExpression.class,
          ExistsExpression.class,
          CaseExpression.class,
          CastExpression.class,
          ExtractExpression.class,
          ParenthesedExpressionList.class,
          ParenthesedSelect.class);

  private final Understanding shared;
  private final SelectCheck selects;

  /** Inside of what makes long texts of short ones. */
  private boolean joiningTexts;

  ExpressionCheck(Understanding shared, SelectCheck selects) {
    this.shared = shared;
    this.selects = selects;
  }

  Expr check(Expression node, Scope scope) {
    shared.enter(node);
    try {
      Operator operator = OPERATORS.get(node.getClass());
      if (operator != null) {
        return binary(operator, (BinaryExpression) node, scope);
      }
      if (!OTHERS.contains(node.getClass())) {
        throw Refused.unknown(node);
      }
      return other(node, scope);
    } finally {
      shared.leave();
    }
  }

  private Expr other(Expression node, Scope scope) {
    return switch (node) {
      case Column column -> column(column, scope);
      case StringValue text -> Literals.text(text);
      case LongValue whole -> Literals.whole(whole);
      case DoubleValue decimal -> Literals.decimal(decimal);
      case NullValue _ -> new Expr.Nothing();
      case BooleanValue flag -> new Expr.Flag(flag.getValue());
      case TimeKeyExpression key -> Literals.now(key);
      case IntervalExpression interval -> Literals.interval(interval, shared.dialect());
      case Function function -> call(function, scope);
      case TrimFunction trim -> trim(trim, scope);
      case SignedExpression signed -> signed(signed, scope);
      case NotExpression not -> new Expr.Not(check(not.getExpression(), scope));
      case Between between ->
          new Expr.Between(
              check(between.getLeftExpression(), scope),
              check(between.getBetweenExpressionStart(), scope),
              check(between.getBetweenExpressionEnd(), scope),
              between.isNot());
      case InExpression in -> in(in, scope);
      case LikeExpression like -> like(like, scope);
      case IsNullExpression isNull ->
          new Expr.IsNull(
              check(isNull.getLeftExpression(), scope), isNull.isNot() || isNull.isUseNotNull());
      case IsBooleanExpression is ->
          new Expr.IsTrue(check(is.getLeftExpression(), scope), is.isTrue(), is.isNot());
      case ExistsExpression exists -> exists(exists, scope);
      case CaseExpression choice -> choice(choice, scope);
      case CastExpression cast -> cast(cast, scope);
      case ExtractExpression extract -> extract(extract, scope);
      case ParenthesedExpressionList<?> list when list.size() == 1 -> check(list.getFirst(), scope);
      case ParenthesedSelect select -> new Expr.Scalar(selects.column(select, scope));
      default -> throw Refused.unknown(node);
    };
  }

  private Expr binary(Operator operator, BinaryExpression node, Scope scope) {
    if (node instanceof OldOracleJoinBinaryExpression old
        && old.getOldOracleJoinSyntax() != SupportsOldOracleJoinSyntax.NO_ORACLE_JOIN) {
      throw Refused.feature(node, "A join written with (+)");
    }
    if (operator == Operator.CONCAT) {
      if (shared.dialect() == Dialect.MARIADB) {
        throw Refused.because(
            Refused.at(node) + "|| means OR in MariaDB.", "Write OR, or CONCAT(a, b).");
      }
      return texts(() ->
          new Expr.Binary(
              operator,
              check(node.getLeftExpression(), scope),
              check(node.getRightExpression(), scope)));
    }
    return new Expr.Binary(
        operator, check(node.getLeftExpression(), scope), check(node.getRightExpression(), scope));
  }

  private Expr texts(Supplier<Expr> work) {
    boolean before = joiningTexts;
    joiningTexts = true;
    try {
      return work.get();
    } finally {
      joiningTexts = before;
    }
  }

  private Expr column(Column column, Scope scope) {
    if (column.getArrayConstructor() != null) {
      throw Refused.feature(column, "An element of an array");
    }
    Table table = column.getTable();
    if (table != null && (table.getSchemaName() != null || table.getNameParts().size() > 1)) {
      throw Refused.feature(column, "A column with its schema's name");
    }
    String name = Names.bare(column.getColumnName());
    Optional<String> of =
        table == null || table.getName() == null || table.getName().isEmpty()
            ? Optional.empty()
            : Optional.of(Names.bare(table.getName()));
    Optional<Scope.Found> found = scope.find(of, name, column);
    if (found.isEmpty() && of.isEmpty() && !Names.quoted(column.getColumnName())) {
      if (name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false")) {
        return new Expr.Flag(name.equalsIgnoreCase("true"));
      }
    }
    if (found.isEmpty()) {
      throw Refused.because(
          Refused.at(column) + "There is no column " + column.getFullyQualifiedName() + " here.",
          "Take columns of the tables in FROM; texts stand in single quotes.");
    }
    if (joiningTexts && found.get().field().computed()) {
      throw Refused.because(
          Refused.at(column) + "Texts of inner queries can't be joined to longer ones.",
          "Join the texts in the inner query.");
    }
    return found.get().column();
  }

  private Expr call(Function function, Scope scope) {
    String name = function.getName();
    if (function.getMultipartName().size() != 1
        || function.getNullHandling() != null
        || function.isIgnoreNulls()
        || function.isIgnoreNullsOutside()
        || function.getLimit() != null
        || function.getHavingClause() != null
        || function.isUnique()
        || function.getNamedParameters() != null
        || function.isEscaped()
        || function.getAttribute() != null
        || function.getKeep() != null
        || function.getExtraKeyword() != null
        || function.getOrderByElements() != null
        || function.getOnOverflowTruncate() != null) {
      throw Refused.feature(function, "A call of this form");
    }
    List<Expression> given = new ArrayList<>();
    if (function.getParameters() != null) {
      function.getParameters().forEach(given::add);
    }
    if (name.equalsIgnoreCase("count")
        && !function.isDistinct()
        && given.size() == 1
        && given.getFirst().getClass() == AllColumns.class) {
      selects.plain((AllColumns) given.getFirst());
      return new Expr.CountAll();
    }
    Callable callable =
        Callable.named(name, shared.dialect())
            .orElseThrow(() ->
                Refused.because(
                    Refused.at(function) + "Function " + name + " is not allowed.",
                    "There are " + Callable.names(shared.dialect()) + "."));
    if (!callable.takes(given.size()) || (function.isDistinct() && !callable.aggregate())) {
      throw Refused.because(
          Refused.at(function) + "Function " + name + " does not take these arguments.",
          "Look at its arguments again.");
    }
    Supplier<Expr> work =
        () ->
            new Expr.Call(
                callable,
                function.isDistinct(),
                given.stream().map(one -> check(one, scope)).toList());
    return callable == Callable.CONCAT ? texts(work) : work.get();
  }

  private Expr trim(TrimFunction trim, Scope scope) {
    if (trim.getTrimSpecification() != null || trim.getFromExpression() != null) {
      throw Refused.feature(trim, "TRIM of this form");
    }
    return new Expr.Call(Callable.TRIM, false, List.of(check(trim.getExpression(), scope)));
  }

  private Expr signed(SignedExpression signed, Scope scope) {
    Expr inner = check(signed.getExpression(), scope);
    return switch (signed.getSign()) {
      case '-' -> new Expr.Minus(inner);
      case '+' -> inner;
      default -> throw Refused.feature(signed, "The sign " + signed.getSign());
    };
  }

  private Expr in(InExpression in, Scope scope) {
    if (in.isGlobal()
        || in.getOldOracleJoinSyntax() != SupportsOldOracleJoinSyntax.NO_ORACLE_JOIN) {
      throw Refused.feature(in, "IN of this form");
    }
    return in(check(in.getLeftExpression(), scope), in.getRightExpression(), in, scope);
  }

  /**
   * The parser takes what follows {@code IN (SELECT ...)} for a part of it: {@code a IN (q) AND b}
   * comes as {@code a IN ((q) AND b)}, which nobody can write, so it is put right.
   */
  private Expr in(Expr left, Expression right, InExpression in, Scope scope) {
    Operator operator = OPERATORS.get(right.getClass());
    if (operator == Operator.AND || operator == Operator.OR) {
      BinaryExpression both = (BinaryExpression) right;
      return new Expr.Binary(
          operator,
          in(left, both.getLeftExpression(), in, scope),
          check(both.getRightExpression(), scope));
    }
    if (right.getClass() == ParenthesedSelect.class) {
      return new Expr.InQuery(left, selects.column((ParenthesedSelect) right, scope), in.isNot());
    }
    if (right.getClass() != ParenthesedExpressionList.class) {
      throw Refused.feature(in, "IN of this form");
    }
    List<Expr> list = new ArrayList<>();
    for (Expression one : (ExpressionList<?>) right) {
      list.add(check(one, scope));
    }
    return new Expr.InList(left, list, in.isNot());
  }

  private Expr like(LikeExpression like, Scope scope) {
    boolean anyCase = like.getLikeKeyWord() == LikeExpression.KeyWord.ILIKE;
    if (like.getEscape() != null
        || like.isUseBinary()
        || (!anyCase && like.getLikeKeyWord() != LikeExpression.KeyWord.LIKE)
        || (anyCase && shared.dialect() != Dialect.POSTGRESQL)) {
      throw Refused.feature(like, like.getLikeKeyWord() + " of this form");
    }
    return new Expr.Like(
        check(like.getLeftExpression(), scope),
        check(like.getRightExpression(), scope),
        like.isNot(),
        anyCase);
  }

  private Expr exists(ExistsExpression exists, Scope scope) {
    if (exists.getRightExpression().getClass() != ParenthesedSelect.class) {
      throw Refused.feature(exists, "EXISTS of this form");
    }
    return new Expr.Exists(
        selects.inner((ParenthesedSelect) exists.getRightExpression(), scope), exists.isNot());
  }

  private Expr choice(CaseExpression choice, Scope scope) {
    List<Expr.When> whens = new ArrayList<>();
    for (WhenClause when : choice.getWhenClauses()) {
      whens.add(
          new Expr.When(
              check(when.getWhenExpression(), scope), check(when.getThenExpression(), scope)));
    }
    return new Expr.Case(
        Optional.ofNullable(choice.getSwitchExpression()).map(one -> check(one, scope)),
        whens,
        Optional.ofNullable(choice.getElseExpression()).map(one -> check(one, scope)));
  }

  private Expr cast(CastExpression cast, Scope scope) {
    ColDataType type = cast.getColDataType();
    if (type == null
        || (cast.getColumnDefinitions() != null && !cast.getColumnDefinitions().isEmpty())
        || cast.getFormat() != null
        || cast.isImplicitCast()
        || (cast.keyword != null && !cast.keyword.equalsIgnoreCase("CAST"))
        || type.getArgumentsStringList() != null
        || type.getCharacterSet() != null
        || (type.getArrayData() != null && !type.getArrayData().isEmpty())) {
      throw Refused.feature(cast, "CAST of this form");
    }
    return CastType.named(type.getDataType())
        .filter(known -> known.in(shared.dialect()))
        .<Expr>map(known -> new Expr.Cast(check(cast.getLeftExpression(), scope), known))
        .orElseThrow(() -> Refused.feature(cast, "A cast to " + type.getDataType()));
  }

  private Expr extract(ExtractExpression extract, Scope scope) {
    if (shared.dialect() == Dialect.SQLITE) {
      throw Refused.feature(extract, "EXTRACT in SQLite");
    }
    return TimeUnit.named(extract.getName())
        .<Expr>map(unit -> new Expr.Extract(unit, check(extract.getExpression(), scope)))
        .orElseThrow(() -> Refused.feature(extract, "EXTRACT of this unit"));
  }
}
