package dev.opensipsmcp.mcp;

import java.net.URI;

/** A running HTTP listener. */
public interface HttpListener extends AutoCloseable {

  /** {@return where it listens, with the port that was really bound} */
  URI uri();

  /** Waits until the listener ends. */
  void join() throws InterruptedException;

  /** Stops listening, after the requests in progress or a few seconds. */
  @Override
  void close();
}
