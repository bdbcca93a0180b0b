package dev.opensipsmcp.server.spans;

/** Takes spans. */
interface Collector extends AutoCloseable {
  /**
   * {@return whether it took them}
   *
   * @param json the body of one export
   * @throws InterruptedException when nobody waits for it any longer
   */
  boolean takes(byte[] json) throws InterruptedException;

  @Override
  void close();
}
