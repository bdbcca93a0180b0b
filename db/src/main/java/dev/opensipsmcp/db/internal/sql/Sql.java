package dev.opensipsmcp.db.internal.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A statement. Its words are constants of the program, which the compiler checks; its names are
 * {@link SqlName}s; whatever a caller gave is a parameter. Immutable; grows in constant time.
 */
public final class Sql {
  private static final Sql EMPTY = new Sql();
  private static final Pattern DECLARED =
      Pattern.compile(
          "[A-Za-z0-9_][A-Za-z0-9_ ]*(\\([0-9, ]+\\))?[A-Za-z ]*|-?[0-9.]+|'([^']|'')*'");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Sql before;
  private final Part part;

  private Sql() {
    this.before = this;
    this.part = new Part.Words("");
  }

  private Sql(Sql before, Part part) {
    this.before = before;
    this.part = part;
  }

  private sealed interface Part {
    record Words(String words) implements Part {}

    record Either(String mariadb, String others) implements Part {}

    record Named(SqlName name) implements Part {}

    /** Its type is the value's own, or what the database makes of the place where it stands. */
    record Bound(Value value, boolean typed) implements Part {}

    record Literal(String text, boolean number) implements Part {}

    record All(Sql sql) implements Part {}
  }

  /** {@return a statement that begins with these words} */
  public static Sql of(@CompileTimeConstant String words) {
    return EMPTY.and(new Part.Words(words));
  }

  /** {@return nothing, to go on from} */
  public static Sql empty() {
    return EMPTY;
  }

  /** A type or a default as the catalogue has it; nothing when it is more than a plain one. */
  static Sql declared(String text) {
    return DECLARED.matcher(text).matches() ? EMPTY.and(new Part.Words(text)) : EMPTY;
  }

  /** {@return this and further words} */
  public Sql words(@CompileTimeConstant String words) {
    return and(new Part.Words(words));
  }

  /** {@return this and further words, which MariaDB has its own way to say} */
  public Sql words(@CompileTimeConstant String mariadb, @CompileTimeConstant String others) {
    return and(new Part.Either(mariadb, others));
  }

  /** {@return this and a name} */
  public Sql name(SqlName name) {
    return and(new Part.Named(name));
  }

  /** {@return this and names with commas between them} */
  public Sql names(List<SqlName> names) {
    Sql sql = this;
    for (int at = 0; at < names.size(); at++) {
      sql = (at == 0 ? sql : sql.words(", ")).name(names.get(at));
    }
    return sql;
  }

  /** {@return this and a parameter} */
  public Sql value(Value value) {
    return and(new Part.Bound(value, true));
  }

  /** {@return this and a text that is a parameter of whatever type its place wants} */
  public Sql untyped(String text) {
    return and(new Part.Bound(Value.of(text), false));
  }

  /** {@return this and a number of the program's own, such as a limit} */
  public Sql number(long number) {
    return and(new Part.Words(Long.toString(number)));
  }

  /**
   * {@return this and a column's default, written out} A statement that makes a table takes no
   * parameters.
   */
  public Sql fallback(Column column) {
    if (column.defaultValue().isEmpty()) {
      return words("NULL");
    }
    boolean number =
        switch (column.type()) {
          case STRING, TEXT, BINARY, DATETIME -> false;
          case CHAR, SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG, FLOAT, DOUBLE ->
              NUMBER.matcher(column.defaultValue().get()).matches();
        };
    return and(new Part.Literal(column.defaultValue().get(), number));
  }

  /** {@return this and all of the other} */
  public Sql sql(Sql other) {
    return other.isEmpty() ? this : isEmpty() ? other : and(new Part.All(other));
  }

  /** {@return whether nothing is in it} */
  public boolean isEmpty() {
    return this == EMPTY;
  }

  /** {@return these with something between each two} */
  public static Sql joined(List<Sql> all, @CompileTimeConstant String between) {
    Sql sql = EMPTY;
    for (int at = 0; at < all.size(); at++) {
      sql = (at == 0 ? sql : sql.words(between)).sql(all.get(at));
    }
    return sql;
  }

  /** {@return the text as a dialect writes it, with question marks for the parameters} */
  public String text(Dialect dialect) {
    return text(dialect, _ -> "?");
  }

  /** {@return the text to read, with the parameters written out; never to be run} */
  public String shown(Dialect dialect) {
    return text(
        dialect,
        value ->
            switch (value) {
              case Value.Null _ -> "NULL";
              case Value.Whole whole -> whole.shown();
              case Value.Real real -> real.shown();
              case Value.Text(String text) -> literal(text, dialect);
              case Value.Moment moment -> literal(moment.shown(), dialect);
              case Value.Bytes bytes -> "(" + bytes.shown() + ")";
            });
  }

  private String text(Dialect dialect, Function<Value, String> parameter) {
    StringBuilder text = new StringBuilder();
    each(one -> {
      switch (one) {
        case Part.Words(String words) -> text.append(words);
        case Part.Either(String mariadb, String others) ->
            text.append(dialect == Dialect.MARIADB ? mariadb : others);
        case Part.Named(SqlName name) -> text.append(quoted(name.text(dialect), dialect));
        case Part.Bound(Value value, boolean _) -> text.append(parameter.apply(value));
        case Part.Literal(String literal, boolean number) ->
            text.append(number ? literal : literal(literal, dialect));
        case Part.All _ -> {}
      }
    });
    return text.toString();
  }

  /** {@return the parameters, in order} */
  public List<Value> values() {
    return parameters().stream().map(Parameter::value).toList();
  }

  /**
   * A parameter.
   *
   * @param typed whether its type is the value's own
   */
  record Parameter(Value value, boolean typed) {}

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    each(one -> {
      if (one instanceof Part.Bound(Value value, boolean typed)) {
        parameters.add(new Parameter(value, typed));
      }
    });
    return parameters;
  }

  /** Goes through the parts in order, those of statements within this one in their places. */
  private void each(Consumer<Part> taker) {
    Deque<Part> parts = new ArrayDeque<>();
    for (Sql at = this; at != EMPTY; at = at.before) {
      parts.push(at.part);
    }
    for (Part one : parts) {
      if (one instanceof Part.All(Sql sql)) {
        sql.each(taker);
      } else {
        taker.accept(one);
      }
    }
  }

  private Sql and(Part more) {
    return new Sql(this, more);
  }

  private static String literal(String text, Dialect dialect) {
    String plain = dialect == Dialect.MARIADB ? text.replace("\\", "\\\\") : text;
    return "'" + plain.replace("'", "''") + "'";
  }

  private static String quoted(String name, Dialect dialect) {
    return switch (dialect) {
      case MARIADB -> '`' + name.replace("`", "``") + '`';
      case POSTGRESQL, SQLITE -> '"' + name.replace("\"", "\"\"") + '"';
    };
  }
}
