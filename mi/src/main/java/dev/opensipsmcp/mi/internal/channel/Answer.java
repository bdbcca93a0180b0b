package dev.opensipsmcp.mi.internal.channel;

import java.io.Closeable;
import java.io.InputStream;

/** An answer that began to arrive. Closing it, at any point, frees its connection. */
public interface Answer extends Closeable {

  /** {@return the answer's bytes; reading throws when they break off or the node falls silent} */
  InputStream body();

  /** Frees the connection; never fails. */
  @Override
  void close();
}
