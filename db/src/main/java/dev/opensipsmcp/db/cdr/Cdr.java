package dev.opensipsmcp.db.cdr;

import dev.opensipsmcp.db.Row;

/**
 * One row of a table of CDRs.
 *
 * @param known what is understood, under the labels of {@link CdrColumn}
 * @param extra the other columns, under their own names
 */
public record Cdr(Row known, Row extra) {}
