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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Named named = new Named(facts, reads, steps);
    List<String> all = new ArrayList<>();
    for (RowStep step : steps) {
      for (Reference reference : step.entity().references()) {
        for (List<Value> values : lost(step, reference)) {
          Parsed<List<String>> some =
              named
                  .there(step.entity(), reference, values)
                  .then(there ->
                      there ? new Parsed.Good<>(List.of()) : naming(reference, values, steps));
          switch (some) {
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

  /** What the row will bear no more, by which others may name it. */
  private static List<List<Value>> lost(RowStep step, Reference reference) {
    boolean loses =
        switch (step.verb()) {
          case DELETE -> true;
          case UPDATE -> reference.named().stream().anyMatch(step.set().values()::containsKey);
          case CREATE, LIST, GET -> false;
        };
    if (!loses) {
      return List.of();
    }
    Row before = step.before().orElseThrow();
    if (reference.form() == Reference.Form.OFFERED) {
      return Reference.names(before.text(reference.named().getFirst()), Reference.Form.NAMES)
          .stream()
          .map(name -> List.of(Value.of(name)))
          .toList();
    }
    return List.of(reference.named().stream().map(before::value).toList());
  }

  private Parsed<List<String>> naming(
      Reference reference, List<Value> values, List<RowStep> steps) {
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
      where.add(
          reference.single()
              ? new Condition.Equal(column.get(), values.get(at))
              : new Condition.Contains(column.get(), values.get(at).shown()));
    }
    Select select = Select.first(table.get(), where, LOOKED_AT);
    return switch (reads.rows().list(select)) {
      case DbResult.Failure<List<Row>>(var error) when error.kind() == DbError.Kind.NO_SUCH_TABLE ->
          new Parsed.Good<>(List.of());
      case DbResult.Failure<List<Row>>(var error) -> new Parsed.Bad<>(Parsed.failure(error));
      case DbResult.Success<List<Row>>(var rows) ->
          new Parsed.Good<>(named(left(rows, table.get(), steps), reference, table.get(), values));
    };
  }

  /** The rows as the same change leaves them: those that it takes out name nothing any more. */
  private static List<Row> left(List<Row> rows, Table table, List<RowStep> steps) {
    String key = table.primaryKey().getFirst().name();
    Map<Value, RowStep> changed = new HashMap<>();
    for (RowStep step : steps) {
      if (step.table().name().equals(table.name())) {
        step.before().ifPresent(before -> changed.put(before.value(key), step));
      }
    }
    List<Row> left = new ArrayList<>();
    for (Row row : rows) {
      RowStep step = changed.get(row.value(key));
      if (step == null) {
        left.add(row);
      } else if (step.verb() == Verb.UPDATE) {
        left.add(row.with(step.set()));
      }
    }
    return left;
  }

  private static List<String> named(
      List<Row> rows, Reference reference, Table table, List<Value> values) {
    String key = table.primaryKey().getFirst().name();
    List<String> phrases = new ArrayList<>();
    for (Row other : rows) {
      if (names(other, reference, values)) {
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

  private static boolean names(Row other, Reference reference, List<Value> values) {
    if (!reference.single()) {
      return Reference.names(other.text(reference.columns().getFirst()), reference.form())
          .contains(values.getFirst().shown());
    }
    return Reference.holds(other, reference.columns(), values);
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
    Named named = new Named(facts, reads, steps);
    Row row = step.after().orElse(step.set());
    List<String> missing = new ArrayList<>();
    for (List<Value> values : names(row, target, reference)) {
      switch (named.there(target, reference, values)) {
        case Parsed.Good<Boolean>(Boolean there) when there -> {}
        case Parsed.Good<Boolean> _ -> missing.add(sentence(step, target, reference, values));
        case Parsed.Bad<Boolean>(var failure) -> {
          return new Parsed.Bad<>(failure);
        }
      }
    }
    return new Parsed.Good<>(missing);
  }

  /** What a row names. An empty column names nothing, nor does 0 where row numbers are named. */
  private static List<List<Value>> names(Row row, Entity target, Reference reference) {
    if (!reference.single()) {
      return Reference.names(row.text(reference.columns().getFirst()), reference.form()).stream()
          .map(name -> List.of(Value.of(name)))
          .toList();
    }
    List<Value> values = reference.columns().stream().map(row::value).toList();
    boolean none =
        values.stream().anyMatch(value -> value.shown().isEmpty())
            || (reference.named().contains(target.rowId())
                && values.getFirst().shown().equals("0"));
    return none ? List.of() : List.of(values);
  }

  private static String sentence(
      RowStep step, Entity target, Reference reference, List<Value> values) {
    return "Table "
        + step.table().name()
        + " names "
        + String.join("@", values.stream().map(Value::shown).toList())
        + " in "
        + String.join(", ", reference.columns())
        + ", which table "
        + target.table()
        + " does not have.";
  }
}
