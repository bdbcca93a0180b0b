package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.internal.sql.SqlName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tables of one SELECT, and of those around it. A name means what it finds here, or nothing:
 * neither a whole row, nor a column that the database keeps for itself.
 */
final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Named> queries;
  private final List<Source> sources = new ArrayList<>();
  private final Set<String> merged = new HashSet<>();

  /**
   * Begins a level.
   *
   * @param outer the level around it
   * @param queries those of WITH, by name in small letters
   */
  Scope(Optional<Scope> outer, Map<String, Named> queries) {
    this.outer = outer;
    this.queries = queries;
  }

  /** A query of WITH. */
  record Named(SqlName name, List<Field> fields) {}

  Map<String, Named> queries() {
    return queries;
  }

  /**
   * A table or query under the name that the caller gave it.
   *
   * @param name the caller's
   * @param alias this program's
   */
  record Source(String name, SqlName alias, List<Field> fields) {}

  /**
   * A column of a source.
   *
   * @param name as the caller writes it
   * @param sql as the database has it
   * @param secret {@code table.column} when it holds a secret
   * @param computed whether it comes from an inner query, not from a table
   */
  record Field(String name, SqlName sql, Optional<String> secret, boolean computed) {}

  /** A column that was found, and where. */
  record Found(Source source, Field field) {
    Expr.Column column() {
      return new Expr.Column(source.alias(), field.sql());
    }
  }

  void add(Source source, Object node) {
    if (sources.stream().anyMatch(other -> other.name().equalsIgnoreCase(source.name()))) {
      throw Refused.because(
          Refused.at(node) + "Two tables are called " + source.name() + ".",
          "Give each a name of its own with AS.");
    }
    sources.add(source);
  }

  /** Has a name mean the first of the columns that are joined by it. */
  void merge(String column) {
    merged.add(column.toLowerCase(Locale.ROOT));
  }

  boolean merged(String column) {
    return merged.contains(column.toLowerCase(Locale.ROOT));
  }

  List<Source> sources() {
    return sources;
  }

  Source source(String name, Object node) {
    return maybeSource(name)
        .orElseThrow(() ->
            Refused.because(
                Refused.at(node) + "No table of the query is called " + name + ".",
                "Name tables in FROM first."));
  }

  private Optional<Source> maybeSource(String name) {
    return sources.stream().filter(source -> source.name().equalsIgnoreCase(name)).findFirst();
  }

  /** {@return what a name means; empty when nothing is called so} */
  Optional<Found> find(Optional<String> table, String column, Object node) {
    List<Found> found = new ArrayList<>();
    for (Source source : sources) {
      if (table.isEmpty() || source.name().equalsIgnoreCase(table.get())) {
        field(source, column, node).ifPresent(field -> found.add(new Found(source, field)));
      }
    }
    if (found.size() > 1 && !(table.isEmpty() && merged(column))) {
      throw ambiguous(column, node);
    }
    if (found.isEmpty()) {
      // A table of this level hides one of the same name around it.
      boolean hides = table.isPresent() && maybeSource(table.get()).isPresent();
      return hides || outer.isEmpty() ? Optional.empty() : outer.get().find(table, column, node);
    }
    return Optional.of(open(found.getFirst(), node));
  }

  static Optional<Field> field(Source source, String column, Object node) {
    Optional<Field> exact = only(source, field -> field.name().equals(column), column, node);
    return exact.isPresent()
        ? exact
        : only(source, field -> field.name().equalsIgnoreCase(column), column, node);
  }

  private static Optional<Field> only(
      Source source, Predicate<Field> called, String column, Object node) {
    List<Field> all = source.fields().stream().filter(called).toList();
    if (all.size() > 1) {
      throw ambiguous(column, node);
    }
    return all.stream().findFirst();
  }

  /** {@return what was found, unless it holds a secret} */
  static Found open(Found found, Object node) {
    if (found.field().secret().isPresent()) {
      throw Refused.because(
          Refused.at(node) + "Column " + found.field().secret().get() + " holds secrets.",
          "Leave it out, in conditions too; no tool shows it.");
    }
    return found;
  }

  private static Refused ambiguous(String column, Object node) {
    return Refused.because(
        Refused.at(node) + "Several columns are called " + column + ".",
        "Write the table's name before it, and name columns differently with AS.");
  }
}
