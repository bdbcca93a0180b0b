package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds rows that name others: those that would point at nothing when a row goes or gets another
 * name, and those that a row names without their being there.
 *
 * @param entities all kinds of rows
 * @param facts of the version that the database fits
 * @param reads the database
 */
record Mentions(Entities entities, Facts facts, DbReads reads) {
  private static final int LOOKED_AT = 5_000;
  private static final int NAMED = 20;

  /** {@return what would point at nothing, one phrase a row} */
  Parsed<List<String>> broken(List<RowStep> steps) {
    List<String> all = new ArrayList<>();
    for (RowStep step : steps) {
      for (Reference reference : step.entity().references()) {
        if (loses(step, reference)) {
          switch (naming(reference, step.before().orElseThrow())) {
            case Parsed.Good<List<String>>(List<String> rows) -> all.addAll(rows);
            case Parsed.Bad<List<String>> bad -> {
              return bad;
            }
          }
        }
      }
    }
    return new Parsed.Good<>(all);
  }

  private static boolean loses(RowStep step, Reference reference) {
    return switch (step.verb()) {
      case DELETE -> true;
      case UPDATE -> reference.named().stream().anyMatch(step.set().values()::containsKey);
      case CREATE, LIST, GET -> false;
    };
  }

  private Parsed<List<String>> naming(Reference reference, Row row) {
    Optional<Table> table = facts.table(reference.table());
    if (table.isEmpty()) {
      return new Parsed.Good<>(List.of());
    }
    List<Condition> where = new ArrayList<>();
    for (int at = 0; at < reference.columns().size(); at++) {
      Optional<Column> column = table.get().column(reference.columns().get(at));
      if (column.isEmpty()) {
        return new Parsed.Good<>(List.of());
      }
      Value value = row.value(reference.named().get(at));
      where.add(
          reference.form() == Reference.Form.EQUAL
              ? new Condition.Equal(column.get(), value)
              : new Condition.Contains(column.get(), value.shown()));
    }
    Select select = Select.first(table.get(), where, LOOKED_AT);
    return switch (reads.rows().list(select)) {
      case DbResult.Failure<List<Row>>(var error)
          when error.kind() == DbError.Kind.NO_SUCH_TABLE ->
          new Parsed.Good<>(List.of());
      case DbResult.Failure<List<Row>>(var error) ->
          new Parsed.Bad<>(Parsed.failure(error));
      case DbResult.Success<List<Row>>(var rows) ->
          new Parsed.Good<>(named(rows, reference, table.get(), row));
    };
  }

  private static List<String> named(List<Row> rows, Reference reference, Table table, Row row) {
    String key = table.primaryKey().getFirst().name();
    List<String> phrases = new ArrayList<>();
    for (Row other : rows) {
      if (names(other, reference, row)) {
        phrases.add(table.name() + " " + key + "=" + other.text(key));
      }
    }
    if (phrases.size() <= NAMED) {
      return phrases;
    }
    List<String> some = new ArrayList<>(phrases.subList(0, NAMED));
    some.add((phrases.size() - NAMED) + " more of table " + table.name());
    return some;
  }

  private static boolean names(Row other, Reference reference, Row row) {
    return reference.form() == Reference.Form.EQUAL
        || Reference.names(other.text(reference.columns().getFirst()), reference.form())
            .contains(row.text(reference.named().getFirst()));
  }

  /** {@return what the new values name that is not there, one sentence each} */
  Parsed<List<String>> missing(List<RowStep> steps) {
    List<String> all = new ArrayList<>();
    for (RowStep step : steps) {
      for (Entity target : entities.all()) {
        for (Reference reference : target.references()) {
          if (step.verb() != Verb.DELETE
              && reference.table().equals(step.table().name())
              && reference.columns().stream().anyMatch(step.set().values()::containsKey)) {
            switch (missing(step, target, reference, steps)) {
              case Parsed.Good<List<String>>(List<String> names) -> all.addAll(names);
              case Parsed.Bad<List<String>> bad -> {
                return bad;
              }
            }
          }
        }
      }
    }
    return new Parsed.Good<>(all);
  }

  private Parsed<List<String>> missing(
      RowStep step, Entity target, Reference reference, List<RowStep> steps) {
    Optional<Table> table = facts.table(target.table());
    Row row = step.after().orElse(step.set());
    if (table.isEmpty()) {
      return new Parsed.Good<>(List.of());
    }
    List<String> missing = new ArrayList<>();
    if (reference.form() == Reference.Form.EQUAL) {
      List<Condition> where = new ArrayList<>();
      for (int at = 0; at < reference.columns().size(); at++) {
        Value value = row.value(reference.columns().get(at));
        Optional<Column> column = table.get().column(reference.named().get(at));
        if (column.isEmpty() || value.shown().isEmpty()) {
          return new Parsed.Good<>(List.of());
        }
        where.add(new Condition.Equal(column.get(), value));
      }
      return count(table.get(), where)
          .map(count -> count == 0 ? List.of(sentence(step, reference, row)) : List.of());
    }
    Optional<Column> column = table.get().column(reference.named().getFirst());
    for (String name :
        Reference.names(row.text(reference.columns().getFirst()), reference.form())) {
      boolean comes =
          steps.stream()
              .anyMatch(other ->
                  other.entity().equals(target)
                      && other.set().text(reference.named().getFirst()).equals(name));
      if (column.isPresent() && !comes) {
        switch (count(table.get(), List.of(new Condition.Equal(column.get(), Value.of(name))))) {
          case Parsed.Good<Long>(Long count) when count == 0 ->
              missing.add(
                  reference.columns().getFirst()
                      + " names "
                      + name
                      + ", which table "
                      + target.table()
                      + " does not have.");
          case Parsed.Good<Long> _ -> {}
          case Parsed.Bad<Long>(var failure) -> {
            return new Parsed.Bad<>(failure);
          }
        }
      }
    }
    return new Parsed.Good<>(missing);
  }

  private Parsed<Long> count(Table table, List<Condition> where) {
    return switch (reads.rows().count(Select.first(table, where, 1))) {
      case DbResult.Failure<Long>(var error)
          when error.kind() == DbError.Kind.NO_SUCH_TABLE ->
          new Parsed.Good<>(1L);
      case DbResult<Long> other -> Parsed.of(other);
    };
  }

  private static String sentence(RowStep step, Reference reference, Row row) {
    List<String> values = reference.columns().stream().map(row::text).toList();
    return "Table "
        + step.table().name()
        + " names "
        + String.join("@", values)
        + " in "
        + String.join(", ", reference.columns())
        + ", which is not there.";
  }
}
