package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns what ends work in the middle into its result. */
final class Guard {
  private Guard() {}

  /** Work that may fail in every way. */
  @FunctionalInterface
  interface Risky<T> {
    T run() throws SQLException, IOException;
  }

  /** {@return the result of work within a session; a file's fault ends it} */
  static <T> T files(String what, Risky<T> work) throws SQLException {
    try {
      return work.run();
    } catch (IOException e) {
      throw new Ended(fault(what, e));
    } catch (UncheckedIOException e) {
      IOException why = e.getCause();
      throw new Ended(fault(what, why == null ? new IOException(e) : why));
    }
  }

  private static DbError fault(String what, IOException why) {
    return BackupStore.fault(what, why);
  }

  /** {@return the result of work around a session} */
  static <T> DbResult<T> ended(Supplier<DbResult<T>> work) {
    try {
      return work.get();
    } catch (Ended e) {
      return new DbResult.Failure<>(e.error());
    }
  }

  /** {@return the result of work on files alone} */
  static <T> DbResult<T> onFiles(
      String what, Risky<T> work, Function<SQLException, DbError> database) {
    try {
      return new DbResult.Success<>(files(what, work));
    } catch (SQLException e) {
      return new DbResult.Failure<>(database.apply(e));
    } catch (Ended e) {
      return new DbResult.Failure<>(e.error());
    }
  }
}
