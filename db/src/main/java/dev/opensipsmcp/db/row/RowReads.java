package dev.opensipsmcp.db.row;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import java.util.List;
import java.util.function.Predicate;

/** Rows, for one who may only read them. */
public interface RowReads {

  /** {@return the rows, at most as many as asked for} */
  DbResult<List<Row>> list(Select select);

  /** {@return how many rows are so, whatever the selection's limit} */
  DbResult<Long> count(Select select);

  /**
   * Takes rows one by one, all on one state of the table, whatever the selection's limit.
   *
   * @param select which
   * @param taker takes a row and says whether it wants more
   * @return how many were taken
   */
  DbResult<Long> each(Select select, Predicate<Row> taker);
}
