package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.server.tool.Arguments;
import java.util.List;

/** What a call wants to happen to rows. It finds out by reading only. */
interface Intent {

  /**
   * {@return the changes, in order}
   *
   * @param arguments the call's
   * @param facts of the version that the database fits
   * @param reads the database
   */
  Parsed<List<RowStep>> steps(Arguments arguments, Facts facts, DbReads reads);

  /**
   * {@return the rows that the call is about, as they are now: the same rows before and after the
   * change, as far as they exist}
   */
  Parsed<List<Seen>> touched(Arguments arguments, Facts facts, DbReads reads);

  /**
   * A row that a call is about.
   *
   * @param entity what kind of thing it is
   * @param row the row
   */
  record Seen(Entity entity, Row row) {}
}
