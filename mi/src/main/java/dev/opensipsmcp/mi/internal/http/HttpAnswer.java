package dev.opensipsmcp.mi.internal.http;

import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.Resources;
import java.io.InputStream;
import java.net.Socket;

/** A body on its connection. */
record HttpAnswer(Resources resources, Socket socket, InputStream body) implements Answer {

  @Override
  public void close() {
    resources.close(socket);
  }
}
