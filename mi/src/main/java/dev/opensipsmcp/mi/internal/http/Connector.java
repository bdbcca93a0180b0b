package dev.opensipsmcp.mi.internal.http;

import java.io.IOException;
import java.net.Socket;

/** Opens connections to one node. */
@FunctionalInterface
interface Connector {

  /**
   * {@return an open connection, ready for a request}
   *
   * @throws IOException when there is none; nothing was sent then
   */
  Socket connect() throws IOException;
}
