package dev.opensipsmcp.db;

/**
 * Why work in a database did not succeed. None of its texts holds a row's value.
 *
 * @param kind what went wrong
 * @param cause one sentence
 * @param nextStep one sentence
 * @param mayHaveRun whether a change may have happened all the same
 */
public record DbError(Kind kind, String cause, String nextStep, boolean mayHaveRun) {

  /** An error after which nothing has changed. */
  public DbError(Kind kind, String cause, String nextStep) {
    this(kind, cause, nextStep, false);
  }

  /** {@return a stable code for programs, upper snake case} */
  public String code() {
    return "DB_" + kind.name();
  }

  /** What went wrong. */
  public enum Kind {
    /** No database is configured. */
    NOT_CONFIGURED("No database is configured for the node"),
    /** Nothing answers there, or the connection broke. */
    UNREACHABLE("The database can't be reached, or the connection broke"),
    /** The name or the password is wrong. */
    LOGIN_REFUSED("The database refuses the user or the password"),
    /** There is no database of that name, or no file. */
    NO_SUCH_DATABASE("The server has no database of that name, or there is no such file"),
    /** The user may not do this. */
    NOT_PERMITTED("The database user lacks the right, or the database is read-only"),
    /** There is no such table. */
    NO_SUCH_TABLE("The database has no such table"),
    /** The table has no such column, as happens with another version's schema. */
    NO_SUCH_COLUMN("The table lacks a column, as one of another OpenSIPS version does"),
    /** There is no row of that key. */
    NO_SUCH_ROW("No row has that key"),
    /** Several rows have that key. */
    SEVERAL_ROWS("Several rows have that key"),
    /** Such a row exists already. */
    DUPLICATE("A row with the same unique value exists"),
    /** There is a table of that name already. */
    TABLE_EXISTS("A table of that name exists"),
    /** A rule of the table is broken. */
    CONSTRAINT("The row breaks a rule of its table"),
    /** The value does not fit its column. */
    VALUE_REFUSED("A value does not fit its column"),
    /** The rows are no longer what the plan showed. */
    ROWS_MOVED("The rows are no longer what the plan showed"),
    /** The tables are no longer what the plan showed. */
    SCHEMA_MOVED("The tables are no longer what the plan showed"),
    /** The statement took too long. */
    TIMEOUT("The statement took longer than it may"),
    /** Somebody else holds the rows. */
    BUSY("Somebody else holds the rows or the database"),
    /** The connection broke while a change was being made final. */
    OUTCOME_UNKNOWN("The connection broke while a change was made final"),
    /** The request makes no sense for this database. */
    UNSUPPORTED("This database or its version can't do that"),
    /** Whoever asked for the work withdrew it before it was made final. */
    CANCELLED("The work was withdrawn before it was made final"),
    /** A query of a caller's own holds something that is not allowed. */
    QUERY_REFUSED("The query is not one SELECT of what a query may hold; nothing was sent"),
    /** A file that was to be read or written can't be. */
    FILE("A file can't be read or written"),
    /** Anything else. */
    FAILED("The database answered with an error");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** {@return what it means, for a reference} */
    public String meaning() {
      return meaning;
    }
  }
}
