package dev.opensipsmcp.lab;

import java.util.List;
import java.util.Map;

/**
 * A database that the node reads its tables from, in place of its own. It is asked when the node
 * starts and at each reload, one command at a time.
 */
@FunctionalInterface
public interface LabTables {

  /**
   * {@return the rows of a table in the order in which a query has them; each holds values by
   * column, and a column that is null is left out}
   *
   * <p>An unchecked exception stands for a query that failed: a reload then answers as a real node
   * does and keeps what it had, and a node that starts does not come up.
   *
   * @param table a table of the node's version, for example {@code dispatcher}
   */
  List<Map<String, String>> rows(String table);
}
