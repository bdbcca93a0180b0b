package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;

/** How each dialect is asked what tables it has, all with the same names of columns. */
final class CatalogueSql {
  private CatalogueSql() {}

  static Sql columns(Dialect dialect) {
    return switch (dialect) {
      case MARIADB ->
          Sql.of(
              """
              SELECT c.TABLE_NAME AS tab, CASE WHEN t.TABLE_TYPE = 'VIEW' THEN 1 ELSE 0 END AS seen,
                     c.COLUMN_NAME AS name, c.COLUMN_TYPE AS type, c.COLUMN_DEFAULT AS fallback,
                     CASE WHEN c.IS_NULLABLE = 'YES' THEN 1 ELSE 0 END AS nullable,
                     CASE WHEN c.EXTRA LIKE '%auto_increment%' THEN 1 ELSE 0 END AS numbered
                FROM information_schema.COLUMNS c
                JOIN information_schema.TABLES t
                  ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
               WHERE c.TABLE_SCHEMA = DATABASE()
               ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION\
              """);
      case POSTGRESQL ->
          Sql.of(
              """
              SELECT c.relname AS tab, CASE WHEN c.relkind IN ('v', 'm') THEN 1 ELSE 0 END AS seen,
                     a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
                     pg_get_expr(d.adbin, d.adrelid) AS fallback,
                     CASE WHEN a.attnotnull THEN 0 ELSE 1 END AS nullable,
                     CASE WHEN a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'
                          THEN 1 ELSE 0 END AS numbered
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_attribute a
                  ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
               WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
               ORDER BY c.relname, a.attnum\
              """);
      case SQLITE ->
          Sql.of(
              """
              SELECT m.name AS tab, 0 AS seen, p.name AS name, p.type AS type,
                     p.dflt_value AS fallback, 1 - p."notnull" AS nullable,
                     CASE WHEN p.pk = 1 AND upper(p.type) = 'INTEGER' THEN 1 ELSE 0 END AS numbered
                FROM sqlite_master m JOIN pragma_table_info(m.name) p
               WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
               ORDER BY m.name, p.cid\
              """);
    };
  }

  static Sql indexes(Dialect dialect) {
    return switch (dialect) {
      case MARIADB ->
          Sql.of(
              """
              SELECT TABLE_NAME AS tab, INDEX_NAME AS name, 1 - NON_UNIQUE AS uniq,
                     CASE WHEN SUB_PART IS NULL THEN 1 ELSE 0 END AS entire, COLUMN_NAME AS col
                FROM information_schema.STATISTICS
               WHERE TABLE_SCHEMA = DATABASE()
               ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX\
              """);
      case POSTGRESQL ->
          Sql.of(
              """
              SELECT t.relname AS tab, i.relname AS name,
                     CASE WHEN x.indisunique THEN 1 ELSE 0 END AS uniq,
                     CASE WHEN x.indpred IS NULL AND x.indisvalid THEN 1 ELSE 0 END AS entire,
                     a.attname AS col
                FROM pg_catalog.pg_index x
                JOIN pg_catalog.pg_class t ON t.oid = x.indrelid
                JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
               CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
               WHERE n.nspname = current_schema() AND k.place <= x.indnkeyatts
               ORDER BY t.relname, i.relname, k.place\
              """);
      case SQLITE ->
          Sql.of(
              """
              SELECT m.name AS tab, l.name AS name, l."unique" AS uniq, 1 - l.partial AS entire,
                     i.name AS col
                FROM sqlite_master m
                JOIN pragma_index_list(m.name) l
                JOIN pragma_index_info(l.name) i
               WHERE m.type = 'table'
               UNION ALL
              SELECT m.name, 'rowid', 1, 1, p.name
                FROM sqlite_master m JOIN pragma_table_info(m.name) p
               WHERE m.type = 'table' AND p.pk = 1 AND upper(p.type) = 'INTEGER'
                 AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'\
              """);
    };
  }

  /** {@return the tables in which something runs when a row changes} */
  static Sql triggers(Dialect dialect) {
    return switch (dialect) {
      case MARIADB ->
          Sql.of(
              "SELECT EVENT_OBJECT_TABLE AS tab FROM information_schema.TRIGGERS"
                  + " WHERE TRIGGER_SCHEMA = DATABASE()");
      case POSTGRESQL ->
          Sql.of(
              "SELECT c.relname AS tab FROM pg_catalog.pg_trigger g"
                  + " JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid WHERE NOT g.tgisinternal");
      case SQLITE -> Sql.of("SELECT tbl_name AS tab FROM sqlite_master WHERE type = 'trigger'");
    };
  }

  static Sql server(Dialect dialect) {
    return switch (dialect) {
      case MARIADB -> Sql.of("SELECT VERSION() AS v, @@version_comment AS more");
      case POSTGRESQL -> Sql.of("SELECT current_setting('server_version') AS v, '' AS more");
      case SQLITE -> Sql.of("SELECT sqlite_version() AS v, '' AS more");
    };
  }
}
