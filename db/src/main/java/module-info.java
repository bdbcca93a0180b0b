/** Reads and changes OpenSIPS's tables over JDBC. */
module dev.opensipsmcp.db {
  requires com.google.errorprone.annotations;
  requires com.google.gson;
  requires com.zaxxer.hikari;
  requires transitive dev.opensipsmcp.facts;
  requires java.logging;
  requires java.sql;
  requires net.sf.jsqlparser;
  requires org.mariadb.jdbc;
  requires org.postgresql.jdbc;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.db;
  exports dev.opensipsmcp.db.backup;
  exports dev.opensipsmcp.db.cdr;
  exports dev.opensipsmcp.db.query;
  exports dev.opensipsmcp.db.row;
  exports dev.opensipsmcp.db.schema;
}
