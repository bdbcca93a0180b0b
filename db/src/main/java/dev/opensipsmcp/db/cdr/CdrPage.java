package dev.opensipsmcp.db.cdr;

import java.util.List;

/**
 * A page of CDRs.
 *
 * @param rows the newest first
 * @param more whether there are further ones
 * @param cursors behind each row, in the same order
 */
public record CdrPage(List<Cdr> rows, boolean more, List<CdrCursor> cursors) {
  public CdrPage {
    rows = List.copyOf(rows);
    cursors = List.copyOf(cursors);
  }
}
