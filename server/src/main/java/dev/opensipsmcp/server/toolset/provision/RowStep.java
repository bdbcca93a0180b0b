package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row's change, understood but not made.
 *
 * @param entity what kind of thing it is
 * @param table its table, as the database's version has it
 * @param verb {@link Verb#CREATE}, {@link Verb#UPDATE} or {@link Verb#DELETE}
 * @param before the row as it is; empty for a new one
 * @param set the columns to set, without secrets
 * @param secrets where the secret columns and documents come from, by argument
 */
record RowStep(
    Entity entity,
    Table table,
    Verb verb,
    Optional<Row> before,
    Row set,
    Map<String, String> secrets) {
  RowStep {
    secrets = Map.copyOf(secrets);
  }

  static RowStep create(Entity entity, Table table, Row set, Map<String, String> secrets) {
    return new RowStep(entity, table, Verb.CREATE, Optional.empty(), set, secrets);
  }

  static RowStep update(
      Entity entity, Table table, Row before, Row set, Map<String, String> secrets) {
    return new RowStep(entity, table, Verb.UPDATE, Optional.of(before), set, secrets);
  }

  static RowStep delete(Entity entity, Table table, Row before) {
    return new RowStep(
        entity, table, Verb.DELETE, Optional.of(before), new Row(Map.of()), Map.of());
  }

  /** {@return the row as it will be, as far as it is known beforehand; empty when it goes} */
  Optional<Row> after() {
    return switch (verb) {
      case DELETE -> Optional.empty();
      case CREATE -> Optional.of(set);
      case UPDATE, LIST, GET -> Optional.of(before.map(row -> row.with(set)).orElse(set));
    };
  }

  /**
   * {@return the change for the database}
   *
   * @param secretColumns the secret columns' values
   */
  RowChange change(Row secretColumns) {
    Row whole = set.with(secretColumns);
    return switch (verb) {
      case DELETE -> new RowChange.Delete(table, before.orElseThrow());
      case UPDATE -> new RowChange.Update(table, before.orElseThrow(), whole);
      case CREATE, LIST, GET -> new RowChange.Insert(table, whole, unique());
    };
  }

  /** The key's columns; those that the new row leaves to their defaults are taken as such. */
  private List<String> unique() {
    return entity.key().stream().filter(set::has).toList().size() == entity.key().size()
        ? entity.key()
        : List.of();
  }

  /** {@return the number of the row that is there already} */
  Optional<String> id() {
    Optional<Column> key = table.primaryKey().stream().findFirst();
    return before.flatMap(row -> key.map(column -> row.text(column.name())));
  }
}
