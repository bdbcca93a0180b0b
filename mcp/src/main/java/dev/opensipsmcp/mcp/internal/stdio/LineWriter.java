package dev.opensipsmcp.mcp.internal.stdio;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.internal.rpc.JsonText;
import dev.opensipsmcp.mcp.internal.rpc.Outbound;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes each message as one line and flushes it, one after the other. */
final class LineWriter implements Outbound {
  private final OutputStream out;
  private boolean gone;

  /**
   * Makes a writer.
   *
   * @param out the stream
   */
  LineWriter(OutputStream out) {
    this.out = out;
  }

  /** A client that no longer reads is about to be seen at its end of the input too. */
  @Override
  public void send(JsonObject message) {
    StringBuilder text = new StringBuilder(512);
    JsonText.append(message, text);
    byte[] line = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      if (gone) {
        return;
      }
      try {
        out.write(line);
        out.flush();
      } catch (IOException e) {
        gone = true;
      }
    }
  }

  /** Lets nothing more out, so that the stream's owner can have it back. */
  synchronized void end() {
    gone = true;
  }
}
