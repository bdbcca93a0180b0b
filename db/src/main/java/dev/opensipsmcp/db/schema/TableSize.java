package dev.opensipsmcp.db.schema;

/**
 * How many rows a table has.
 *
 * @param table its name
 * @param rows how many
 * @param exact whether they were counted; large tables are estimated from the catalogue
 */
public record TableSize(String table, long rows, boolean exact) {}
