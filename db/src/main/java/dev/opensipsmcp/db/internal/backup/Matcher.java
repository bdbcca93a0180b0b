package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.ColumnKind;
import dev.opensipsmcp.db.internal.sql.Repeated;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the rows that rows of a backup mean: by the natural key where the table has one, else, or
 * where that holds a NULL, by the number. Used by one thread.
 */
final class Matcher implements AutoCloseable {
  /** Rows that are looked up by one statement. */
  static final int CHUNK = 200;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Session session;
  private final Mapping mapping;
  private final Map<List<LiveColumn>, Repeated> statements = new HashMap<>();

  Matcher(Session session, Mapping mapping) {
    this.session = session;
    this.mapping = mapping;
  }

  List<Match> match(List<Value[]> rows) throws SQLException {
    if (!mapping.matches()) {
      return rows.stream().map(Match::missing).toList();
    }
    // By number first: in the database that the backup comes from that settles most at once, and
    // it is the cheapest to look for.
    Map<List<Value>, Value[]> byKey =
        mapping.key().isEmpty() ? Map.of() : found(mapping.key(), rows);
    Map<List<Value>, Value[]> byNatural =
        mapping.natural().isEmpty()
            ? Map.of()
            : found(
                mapping.natural(),
                rows.stream()
                    .filter(row -> !blank(mapping.natural(), row) && !settled(row, byKey))
                    .toList());
    List<Match> all = new ArrayList<>(rows.size());
    for (Value[] row : rows) {
      all.add(match(row, byNatural, byKey));
    }
    return all;
  }

  /** {@return whether the row of the same number has the same natural key} */
  private boolean settled(Value[] row, Map<List<Value>, Value[]> byKey) {
    Value[] there = mapping.key().isEmpty() ? null : byKey.get(folded(mapping.key(), row));
    return there != null && folded(mapping.natural(), there).equals(folded(mapping.natural(), row));
  }

  private Match match(
      Value[] row, Map<List<Value>, Value[]> byNatural, Map<List<Value>, Value[]> byKey) {
    Value[] numbered = mapping.key().isEmpty() ? null : byKey.get(folded(mapping.key(), row));
    boolean byNumber =
        mapping.natural().isEmpty() || blank(mapping.natural(), row) || settled(row, byKey);
    if (numbered != null && byNumber) {
      return partner(row, numbered);
    }
    Value[] named =
        mapping.natural().isEmpty() || blank(mapping.natural(), row)
            ? null
            : byNatural.get(folded(mapping.natural(), row));
    if (named != null) {
      return partner(row, named);
    }
    return numbered == null
        ? Match.missing(row)
        : new Match(List.of(row), Match.Kind.NUMBER_TAKEN, List.of());
  }

  private boolean blank(List<LiveColumn> columns, Value[] row) {
    return columns.stream().anyMatch(column -> row[mapping.place(column)] instanceof Value.Null);
  }

  private Match partner(Value[] row, Value[] there) {
    int width = mapping.columns().size();
    List<Value> identity = List.of(Arrays.copyOfRange(there, width, there.length));
    for (int at = 0; at < width; at++) {
      LiveColumn column = mapping.columns().get(at);
      boolean numbered = mapping.live().key().contains(column);
      if (!numbered && !same(row[at], there[at], column.kind())) {
        return new Match(List.of(row), Match.Kind.DIFFERENT, identity);
      }
    }
    return new Match(List.of(row), Match.Kind.SAME, identity);
  }

  private static boolean same(Value one, Value other, ColumnKind kind) {
    if (one.equals(other)) {
      return true;
    }
    return kind == ColumnKind.DECIMAL
        && !(one instanceof Value.Null)
        && !(other instanceof Value.Null)
        && number(one).floatValue() == number(other).floatValue();
  }

  private static BigDecimal number(Value value) {
    return switch (value) {
      case Value.Real(BigDecimal number) -> number;
      case Value.Whole(BigInteger number) -> new BigDecimal(number);
      case Value.Null _, Value.Text _, Value.Moment _, Value.Bytes _ -> BigDecimal.ZERO;
    };
  }

  /** The rows that are there under any of these keys, each with its identity behind its columns. */
  private Map<List<Value>, Value[]> found(List<LiveColumn> key, List<Value[]> rows)
      throws SQLException {
    Map<List<Value>, Value[]> found = new HashMap<>();
    if (rows.isEmpty()) {
      return found;
    }
    List<Value> values = new ArrayList<>();
    for (int at = 0; at < CHUNK; at++) {
      Value[] row = rows.get(Math.min(at, rows.size() - 1));
      key.forEach(column -> values.add(row[mapping.place(column)]));
    }
    for (Value[] there : statement(key).rows(values)) {
      found.put(folded(key, there), there);
    }
    return found;
  }

  private Repeated statement(List<LiveColumn> key) throws SQLException {
    Repeated statement = statements.get(key);
    if (statement == null) {
      statement = session.repeated(lookup(key));
      statements.put(key, statement);
    }
    return statement;
  }

  private Sql lookup(List<LiveColumn> key) {
    List<LiveColumn> wanted = new ArrayList<>(mapping.columns());
    wanted.addAll(mapping.identity());
    return Sql.of("SELECT ")
        .names(Dump.names(wanted))
        .words(" FROM ")
        .name(mapping.live().name())
        .words(" WHERE ")
        .sql(any(key));
  }

  /** PostgreSQL takes longer to plan many alternatives than to join with a list of them. */
  private Sql any(List<LiveColumn> key) {
    boolean one = key.size() == 1;
    if (one || session.dialect() == Dialect.POSTGRESQL) {
      Sql tuple = Sql.of("(").sql(Sql.joined(Collections.nCopies(key.size(), unknown()), ", "));
      List<Sql> all = Collections.nCopies(CHUNK, one ? unknown() : tuple.words(")"));
      return Sql.of("(")
          .names(Dump.names(key))
          .sql(one ? Sql.of(") IN (") : Sql.of(") IN (VALUES "))
          .sql(Sql.joined(all, ", "))
          .words(")");
    }
    List<Sql> all = new ArrayList<>();
    for (LiveColumn column : key) {
      all.add(Sql.empty().name(column.name()).words(" = ").value(Value.NULL));
    }
    Sql each = Sql.of("(").sql(Sql.joined(all, " AND ")).words(")");
    return Sql.joined(Collections.nCopies(CHUNK, each), " OR ");
  }

  private static Sql unknown() {
    return Sql.empty().value(Value.NULL);
  }

  /** {@return the key's values; alike for texts that MariaDB takes for the same} */
  private List<Value> folded(List<LiveColumn> key, Value[] row) {
    List<Value> values = new ArrayList<>(key.size());
    for (LiveColumn column : key) {
      Value value = row[mapping.place(column)];
      values.add(
          session.dialect() == Dialect.MARIADB && value instanceof Value.Text(String text)
              ? Value.of(folded(text))
              : value);
    }
    return values;
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).stripTrailing();
  }

  @Override
  public void close() throws SQLException {
    for (Repeated statement : statements.values()) {
      statement.close();
    }
  }
}
