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
 * Tells whether what other rows name will be there once some changes are made. Several rows may
 * bear the same name: the gateways of a set, or agents of one skill.
 *
 * @param facts of the version that the database fits
 * @param reads the database
 * @param steps the changes
 */
record Named(Facts facts, DbReads reads, List<RowStep> steps) {
  private static final int LOOKED_AT = 5_000;

  /**
   * {@return whether a row will be there that the reference can name by these values}
   *
   * @param target what kind of row
   * @param reference how it is named
   * @param values what the naming columns hold, in their order
   */
  Parsed<Boolean> there(Entity target, Reference reference, List<Value> values) {
    boolean comes =
        steps.stream()
            .filter(step -> step.entity().equals(target))
            .flatMap(step -> step.after().stream())
            .anyMatch(row -> bears(row, reference, values));
    Optional<Table> table = facts.table(target.table());
    if (comes || table.isEmpty()) {
      return new Parsed.Good<>(true);
    }
    List<Condition> where = new ArrayList<>();
    for (int at = 0; at < values.size(); at++) {
      Optional<Column> column = table.get().column(reference.named().get(at));
      if (column.isEmpty()) {
        return new Parsed.Good<>(true);
      }
      where.add(
          reference.form() == Reference.Form.OFFERED
              ? new Condition.Contains(column.get(), values.get(at).shown())
              : new Condition.Equal(column.get(), values.get(at)));
    }
    return switch (reads.rows().list(Select.first(table.get(), where, LOOKED_AT))) {
      case DbResult.Failure<List<Row>>(var error) when error.kind() == DbError.Kind.NO_SUCH_TABLE ->
          new Parsed.Good<>(true);
      case DbResult.Failure<List<Row>>(var error) -> new Parsed.Bad<>(Parsed.failure(error));
      case DbResult.Success<List<Row>>(var rows) ->
          new Parsed.Good<>(
              rows.stream().anyMatch(row -> stays(row, target) && bears(row, reference, values)));
    };
  }

  private boolean stays(Row row, Entity target) {
    String id = row.text(target.rowId());
    return steps.stream()
        .filter(step -> step.entity().equals(target))
        .flatMap(step -> step.before().stream())
        .noneMatch(before -> before.text(target.rowId()).equals(id));
  }

  private static boolean bears(Row row, Reference reference, List<Value> values) {
    if (reference.form() == Reference.Form.OFFERED) {
      return Reference.names(row.text(reference.named().getFirst()), Reference.Form.NAMES)
          .contains(values.getFirst().shown());
    }
    return Reference.holds(row, reference.named(), values);
  }
}
