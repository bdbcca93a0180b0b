package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** What the checks of one query share. Used by one thread. */
final class Understanding {
  /** Deeper trees are nobody's question. */
  private static final int DEEPEST = 60;

  private final Dialect dialect;
  private final Tables tables;
  private final Set<String> hidden = new TreeSet<>();
  private int aliases;
  private int depth;

  Understanding(Dialect dialect, Tables tables) {
    this.dialect = dialect;
    this.tables = tables;
  }

  Dialect dialect() {
    return dialect;
  }

  /** {@return a name for a table or query that nothing else in this query has} */
  SqlName alias() {
    aliases++;
    return SqlName.of("t", aliases);
  }

  static SqlName column(int number) {
    return SqlName.of("c", number);
  }

  Tables.Known table(String name, Object node) {
    try {
      return tables.named(name, node);
    } catch (SQLException e) {
      throw new CatalogueFault(e);
    }
  }

  /** The catalogue failed in the middle of a check. */
  static final class CatalogueFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SQLException fault;

    private CatalogueFault(SQLException fault) {
      super(fault);
      this.fault = fault;
    }

    SQLException fault() {
      return fault;
    }
  }

  /** Remembers that a star left a column out. */
  void leftOut(String column) {
    hidden.add(column);
  }

  Set<String> hidden() {
    return hidden;
  }

  void enter(Object node) {
    depth++;
    if (depth > DEEPEST) {
      throw Refused.because(
          Refused.at(node) + "The query is nested too deep.", "Use WITH, or several queries.");
    }
  }

  void leave() {
    depth--;
  }
}
