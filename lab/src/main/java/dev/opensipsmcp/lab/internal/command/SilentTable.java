package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.List;

/** A table that a module reads, and whose rows no command of it shows. */
final class SilentTable {
  private final Tables tables;
  private final String name;

  private SilentTable(Tables tables, String name) {
    this.tables = tables;
    this.name = name;
  }

  /**
   * {@return the table, loaded}
   *
   * @param tables the database
   * @param name the table's name
   * @param first the rows at the start
   * @param pending a row that was written since then: active after the next reload
   */
  static SilentTable of(Tables tables, String name, List<Row> first, Row pending) {
    tables.seed(name, first.toArray(Row[]::new));
    tables.loadOne(name);
    tables.seed(name, pending);
    return new SilentTable(tables, name);
  }

  /**
   * {@return OK once it is read again}
   *
   * @param failed the words when it can't be
   */
  Outcome reload(String failed) {
    return Reading.again(() -> tables.loadOne(name), Outcome.refuse(500, failed));
  }
}
