package dev.opensipsmcp.db.cdr;

import java.util.Optional;

/**
 * Which CDRs are wanted, the newest first.
 *
 * @param source where they are
 * @param span when they were written; the whole time when a Call-ID is given and no span is
 * @param filter what they are like
 * @param after the row behind which they begin; its window takes the place of the span
 * @param skip how many rows to leave out, which the database still reads
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record CdrSearch(
    CdrSource source,
    CdrSpan span,
    CdrFilter filter,
    Optional<CdrCursor> after,
    int skip,
    int limit) {
  /** Rows at most. */
  public static final int MOST = 500;

  public CdrSearch {
    if (limit < 1 || limit > MOST || skip < 0) {
      throw new IllegalArgumentException("limit: 1 to " + MOST + ", skip: 0 or more");
    }
  }

  /** {@return the first of those that are so} */
  public static CdrSearch first(CdrSource source, CdrSpan span, CdrFilter filter, int limit) {
    return new CdrSearch(source, span, filter, Optional.empty(), 0, limit);
  }

  /** {@return the same behind that row} */
  public CdrSearch after(CdrCursor cursor) {
    return new CdrSearch(source, span, filter, Optional.of(cursor), 0, limit);
  }
}
