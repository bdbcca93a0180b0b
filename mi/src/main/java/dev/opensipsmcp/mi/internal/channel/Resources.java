package dev.opensipsmcp.mi.internal.channel;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a channel has open, so that closing the channel ends the calls in progress. */
public final class Resources {
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Remembers a resource, or closes it at once when everything was closed already.
   *
   * @param resource just opened
   * @param <T> its type
   * @return the resource
   */
  public <T extends Closeable> T add(T resource) {
    open.add(resource);
    if (closed) {
      close(resource);
    }
    return resource;
  }

  /**
   * Closes one resource; never fails.
   *
   * @param resource a resource that was added
   */
  public void close(Closeable resource) {
    open.remove(resource);
    try {
      resource.close();
    } catch (IOException gone) {
      // Nothing is left to free, and answers are judged by their bytes.
    }
  }

  /** Closes all that is open and all that will be added. */
  public void closeAll() {
    closed = true;
    open.forEach(this::close);
  }
}
