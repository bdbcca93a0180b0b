package dev.opensipsmcp.sip.internal.probe;

import java.io.IOException;
import java.io.Serial;

/** The other end does not make a WebSocket for SIP of the connection. */
final class WebSocketRefused extends IOException {
  @Serial private static final long serialVersionUID = 1;

  WebSocketRefused(String why) {
    super(why);
  }
}
