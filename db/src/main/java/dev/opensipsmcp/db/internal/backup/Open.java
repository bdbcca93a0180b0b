package dev.opensipsmcp.db.internal.backup;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What is open at present, if anything. Used by one thread.
 *
 * @param <T> what it is
 */
final class Open<T extends AutoCloseable> {
  private Optional<T> now = Optional.empty();

  void set(T next) throws SQLException {
    close();
    now = Optional.of(next);
  }

  T get() {
    return now.orElseThrow();
  }

  boolean isEmpty() {
    return now.isEmpty();
  }

  void close() throws SQLException {
    Optional<T> last = now;
    now = Optional.empty();
    if (last.isPresent()) {
      try {
        last.get().close();
      } catch (SQLException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
