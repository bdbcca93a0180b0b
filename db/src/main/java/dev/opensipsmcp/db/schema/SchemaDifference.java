package dev.opensipsmcp.db.schema;

/**
 * Where a database is not as an OpenSIPS version's facts have it.
 *
 * @param kind what is other
 * @param table the table
 * @param part the column or index; empty when it is about the table
 * @param wanted what the version has; empty when it has none
 * @param found what the database has; empty when it has none
 */
public record SchemaDifference(Kind kind, String table, String part, String wanted, String found) {

  /** What is other. */
  public enum Kind {
    /** The database lacks a table; only a fault when its module is used. */
    TABLE_MISSING(false),
    /** A table that only other versions have. */
    TABLE_OF_OTHER_VERSION(false),
    /** A table that no version has. */
    TABLE_CUSTOM(false),
    /** A view stands where a table is expected. */
    VIEW(false),
    /** Table {@code version} has another number, or none: the module refuses to start. */
    VERSION(true),
    /** A column is not there. */
    COLUMN_MISSING(true),
    /** A column that only other versions have. */
    COLUMN_OF_OTHER_VERSION(false),
    /** A column that no version has, as accounting often gets. */
    COLUMN_CUSTOM(false),
    /** A column holds other things. */
    TYPE(true),
    /** A column holds less. */
    TOO_SHORT(true),
    /** A column holds more. */
    ROOMIER(false),
    /** A column refuses NULL, which OpenSIPS may write, and has no default either. */
    VALUE_REQUIRED(true),
    /** A column refuses NULL, but has a default for who says nothing. */
    NOT_NULL(false),
    /** A column takes NULL, which OpenSIPS does not write. */
    NULLABLE(false),
    /** A column that must have a value has no default, or a default has another value. */
    DEFAULT(false),
    /** The database does not number the rows. */
    NOT_NUMBERED(true),
    /** An index is not there, or does not keep rows unique. */
    INDEX_MISSING(false);

    private final boolean fault;

    Kind(boolean fault) {
      this.fault = fault;
    }

    /** {@return whether OpenSIPS would trip over it} */
    public boolean fault() {
      return fault;
    }
  }
}
