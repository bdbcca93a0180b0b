package dev.opensipsmcp.sip.internal.hep;

import dev.opensipsmcp.sip.hep.Hep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** One TCP connection of an agent: version 3 packets, one after the other. */
public final class HepConnection {
  private final SocketChannel channel;
  private final Consumer<ByteBuffer> taker;
  private final Runnable damaged;

  /**
   * Reads a connection.
   *
   * @param channel the connection
   * @param taker takes each whole packet, and does not keep the buffer
   * @param damaged is told when what comes is no packet
   */
  public HepConnection(SocketChannel channel, Consumer<ByteBuffer> taker, Runnable damaged) {
    this.channel = channel;
    this.taker = taker;
    this.damaged = damaged;
  }

  /** Reads until the connection ends, or brings what is no packet: then its framing is lost. */
  public void run() {
    ByteBuffer room = ByteBuffer.allocate(1 << 17);
    try (channel) {
      while (channel.read(room) >= 0) {
        room.flip();
        int length = Hep.length(room);
        while (length > 0 && length <= room.remaining()) {
          taker.accept(room.slice(room.position(), length));
          room.position(room.position() + length);
          length = Hep.length(room);
        }
        if (length < 0) {
          damaged.run();
          return;
        }
        room.compact();
      }
    } catch (IOException e) {
      // The agent went away, or the receiver was closed.
    }
  }

  /** Ends the connection. */
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed as far as this process is concerned.
    }
  }
}
