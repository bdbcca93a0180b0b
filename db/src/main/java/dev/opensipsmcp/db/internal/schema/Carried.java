package dev.opensipsmcp.db.internal.schema;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.TableIndex;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a table of SQLite has beside what the facts know, to come along when the table is copied.
 *
 * @param names its further columns
 * @param definitions how they are declared, in the same order
 * @param indexes the statements that make its further indexes
 * @param plain whether that is all: nothing is more than a plain column or index
 */
record Carried(List<SqlName> names, List<Sql> definitions, List<Sql> indexes, boolean plain) {

  /**
   * Reads what comes along.
   *
   * @param dropped columns that do not, in small letters
   */
  static Carried of(Session session, Table table, Set<String> dropped) throws SQLException {
    List<SqlName> all = session.names(columns(table, "SELECT name FROM pragma_table_info("));
    List<Sql> types = session.phrases(columns(table, "SELECT type FROM pragma_table_info("));
    List<Sql> defaults =
        session.phrases(columns(table, "SELECT COALESCE(dflt_value, '') FROM pragma_table_info("));
    List<Row> rows =
        session.rows(
            columns(
                table,
                "SELECT type, \"notnull\" AS must, dflt_value AS fallback FROM pragma_table_info("));
    List<SqlName> names = new ArrayList<>();
    List<Sql> definitions = new ArrayList<>();
    boolean plain = true;
    for (int at = 0; at < all.size(); at++) {
      String name = all.get(at).text().toLowerCase(Locale.ROOT);
      if (dropped.contains(name) || knows(table, name)) {
        continue;
      }
      Row row = rows.get(at);
      plain &= row.text("type").isEmpty() || !types.get(at).isEmpty();
      plain &= !row.has("fallback") || !defaults.get(at).isEmpty();
      Sql one = Sql.empty().name(all.get(at)).words(" ").sql(types.get(at));
      one = defaults.get(at).isEmpty() ? one : one.words(" DEFAULT ").sql(defaults.get(at));
      names.add(all.get(at));
      definitions.add(row.text("must").equals("1") ? one.words(" NOT NULL") : one);
    }
    List<Sql> indexes = new ArrayList<>();
    plain &= indexes(session, table, dropped, indexes);
    return new Carried(List.copyOf(names), List.copyOf(definitions), List.copyOf(indexes), plain);
  }

  private static boolean indexes(Session session, Table table, Set<String> dropped, List<Sql> made)
      throws SQLException {
    List<SqlName> names =
        session.names(index(table, "SELECT name FROM pragma_index_list(", ") ORDER BY seq"));
    List<Row> rows =
        session.rows(
            index(
                table,
                "SELECT \"unique\" AS uniq, origin, partial FROM pragma_index_list(",
                ") ORDER BY seq"));
    boolean plain = true;
    for (int at = 0; at < names.size(); at++) {
      Row row = rows.get(at);
      List<SqlName> columns =
          session.names(
              Sql.of("SELECT COALESCE(name, '') FROM pragma_index_info(")
                  .value(Value.of(names.get(at).text()))
                  .words(") ORDER BY seqno"));
      List<String> texts = columns.stream().map(it -> it.text().toLowerCase(Locale.ROOT)).toList();
      boolean unique = row.text("uniq").equals("1");
      if (row.text("origin").equals("pk")
          || made(table, names.get(at), texts, unique)
          || texts.stream().anyMatch(dropped::contains)) {
        continue;
      }
      plain &=
          row.text("origin").equals("c") && row.text("partial").equals("0") && !texts.contains("");
      made.add(
          (unique ? Sql.of("CREATE UNIQUE INDEX ") : Sql.of("CREATE INDEX "))
              .name(names.get(at))
              .words(" ON ")
              .name(SqlName.of(table))
              .words(" (")
              .names(columns)
              .words(")"));
    }
    return plain;
  }

  /** Whether the copied table has the index anyway. */
  private static boolean made(Table table, SqlName name, List<String> columns, boolean unique) {
    for (TableIndex index : table.indexes()) {
      boolean same =
          index.columns().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList().equals(columns);
      if ((same && index.unique() == unique)
          || SqlName.of(table, index, Dialect.SQLITE).text().equals(name.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean knows(Table table, String column) {
    return table.columns().stream().anyMatch(it -> it.name().equalsIgnoreCase(column));
  }

  private static Sql columns(Table table, @CompileTimeConstant String words) {
    return index(table, words, ") ORDER BY cid");
  }

  private static Sql index(
      Table table, @CompileTimeConstant String words, @CompileTimeConstant String end) {
    return Sql.of(words).value(Value.of(table.name())).words(end);
  }
}
