package dev.opensipsmcp.mcp;

import java.security.SecureRandom;

/**
 * The secret that seals {@code requestState}. Asked for when a state is first sealed or opened:
 * most starts never need it, and the first random number of a process costs milliseconds.
 */
@FunctionalInterface
public interface StateKey {
  /** How long a key is, in bytes. */
  int BYTES = 32;

  /** {@return the key, the same at every call} */
  byte[] bytes();

  /**
   * {@return a key that is given; replicas behind one address share it}
   *
   * @param key 32 bytes
   * @throws IllegalArgumentException when it has another length
   */
  static StateKey of(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException(
          "The state key must have " + BYTES + " bytes, not " + key.length + ".");
    }
    byte[] copy = key.clone();
    return copy::clone;
  }

  /** {@return a key that is drawn at random when first asked for} */
  static StateKey random() {
    return new StateKey() {
      private byte[] drawn = new byte[0];

      @Override
      public synchronized byte[] bytes() {
        if (drawn.length == 0) {
          drawn = new byte[BYTES];
          new SecureRandom().nextBytes(drawn);
        }
        return drawn.clone();
      }
    };
  }
}
