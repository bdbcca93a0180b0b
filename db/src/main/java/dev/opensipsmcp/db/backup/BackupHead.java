package dev.opensipsmcp.db.backup;

import dev.opensipsmcp.db.Dialect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a backup says of itself before its rows.
 *
 * @param version the version of the format
 * @param product the version of this product that wrote it
 * @param made when
 * @param reason why it was made, one line; perhaps empty
 * @param dialect the kind of database that the rows come from
 * @param where the database that they come from, without user and password
 * @param opensips the OpenSIPS version whose schema the tables fit best, if any
 * @param secrets whether columns that hold secrets are in it
 * @param tables the tables, in the order of the rows
 */
public record BackupHead(
    int version,
    String product,
    Instant made,
    String reason,
    Dialect dialect,
    String where,
    Optional<String> opensips,
    boolean secrets,
    List<TableHead> tables) {
  public BackupHead {
    tables = List.copyOf(tables);
  }

  /**
   * A table of the backup.
   *
   * @param name its name
   * @param columns what each row holds, in order
   * @param leftOut its columns that hold secrets and are not in the backup
   */
  public record TableHead(String name, List<ColumnHead> columns, List<String> leftOut) {
    public TableHead {
      columns = List.copyOf(columns);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A column of the backup.
   *
   * @param name its name
   * @param kind what it holds
   */
  public record ColumnHead(String name, ColumnKind kind) {}
}
