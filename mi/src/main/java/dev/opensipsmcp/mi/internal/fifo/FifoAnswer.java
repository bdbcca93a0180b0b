package dev.opensipsmcp.mi.internal.fifo;

import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.Resources;
import java.io.InputStream;

/** An answer in its pipe. */
record FifoAnswer(Resources resources, ReplyPipe pipe) implements Answer {

  @Override
  public InputStream body() {
    return pipe;
  }

  @Override
  public void close() {
    resources.close(pipe);
  }
}
