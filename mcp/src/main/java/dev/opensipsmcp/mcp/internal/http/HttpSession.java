package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.legacy.LegacySession;
import dev.opensipsmcp.mcp.internal.rpc.Calls;

/** A session of the old era as HTTP carries it. Safe for use from many threads. */
final class HttpSession implements AutoCloseable {
  private final String id;
  private final String owner;
  private final SessionStream stream = new SessionStream();
  private final LegacySession session;
  private volatile long lastUsed = System.nanoTime();

  HttpSession(String id, String owner, Core core) {
    this.id = id;
    this.owner = owner;
    this.session = new LegacySession(core, new Calls(), stream);
  }

  String id() {
    return id;
  }

  /** {@return the subject that alone may use it} */
  String owner() {
    return owner;
  }

  LegacySession protocol() {
    return session;
  }

  SessionStream stream() {
    return stream;
  }

  /** Notes that the client is still there. */
  void touch() {
    lastUsed = System.nanoTime();
  }

  /** {@return for how long nothing happened, in nanoseconds; zero while something is going on} */
  long idleNanos() {
    return stream.open() || session.calls().size() > 0 ? 0 : System.nanoTime() - lastUsed;
  }

  @Override
  public void close() {
    session.close();
    stream.close();
  }
}
