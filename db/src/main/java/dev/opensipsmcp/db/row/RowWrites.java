package dev.opensipsmcp.db.row;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import java.util.List;
import java.util.Optional;

/** Rows, for one who may change them. */
public interface RowWrites {

  /**
   * Makes all changes, or none.
   *
   * @param changes in order
   * @return the row that each left; empty for one that was taken out
   */
  DbResult<List<Optional<Row>>> apply(List<RowChange> changes);
}
