package dev.opensipsmcp.mi.internal.fifo;

import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import dev.opensipsmcp.mi.internal.channel.Deadline;
import dev.opensipsmcp.mi.internal.channel.FixedLimitChannel;
import dev.opensipsmcp.mi.internal.posix.Descriptor;
import dev.opensipsmcp.mi.internal.posix.Errno;
import dev.opensipsmcp.mi.internal.posix.Posix;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;

/**
 * MI over named pipes: {@code :NAME:{json}} is written to the node's pipe, and the node writes the
 * answer to the pipe NAME in its reply directory, which this client has made there before.
 */
public final class FifoChannel extends FixedLimitChannel {
  /** The node reads into a buffer of 4096 bytes, the reply pipe's name included; recorded. */
  private static final int LIMIT = 4096 - ReplyPipe.LONGEST_NAME - 3;

  private final MiEndpoint.Fifo endpoint;
  private final Duration patience;

  /**
   * Makes the channel; nothing is opened yet.
   *
   * @param endpoint the node
   * @param patience how long the node's pipe may stay full
   */
  public FifoChannel(MiEndpoint.Fifo endpoint, Duration patience) {
    super(
        "fifo:" + endpoint.fifo(),
        LIMIT,
        "Reach this node over its datagram socket (module mi_datagram, up to 65457 bytes).");
    this.endpoint = endpoint;
    this.patience = patience;
  }

  @Override
  public Answer ask(byte[] request, int id, Duration silence) throws ChannelException {
    Posix posix = Posix.get();
    checkPipe();
    ReplyPipe reply = resources.add(ReplyPipe.make(posix, endpoint.replyDirectory(), silence));
    try {
      send(posix, message(reply.name(), request));
      reply.awaitFirstByte();
      return new FifoAnswer(resources, reply);
    } catch (SocketTimeoutException late) {
      resources.close(reply);
      throw new ChannelException(
          Reach.SILENT,
          address() + " sent no answer in time",
          "Check that "
              + endpoint.replyDirectory()
              + " is mi_fifo's reply_dir, that the node's user may write there, and that it is no"
              + " directory with the sticky bit, where newer kernels refuse foreign FIFOs.");
    } catch (ChannelException known) {
      resources.close(reply);
      throw known;
    } catch (IOException failed) {
      resources.close(reply);
      throw new ChannelException(
          Reach.BROKEN, address() + " broke off: " + failed.getMessage(), "");
    }
  }

  /** Writing to an ordinary file at that place would look like success. */
  private void checkPipe() throws ChannelException {
    try {
      if (!Files.readAttributes(endpoint.fifo(), BasicFileAttributes.class).isOther()) {
        throw new ChannelException(
            Reach.NOT_SENT,
            endpoint.fifo() + " is no named pipe",
            "Give the path that mi_fifo's fifo_name has.");
      }
    } catch (ChannelException known) {
      throw known;
    } catch (IOException absent) {
      throw new ChannelException(
          Reach.REFUSED,
          endpoint.fifo()
              + (Files.exists(endpoint.fifo(), LinkOption.NOFOLLOW_LINKS)
                  ? " can't be looked at"
                  : " does not exist"),
          "Check that OpenSIPS runs with mi_fifo loaded, and its fifo_name.");
    }
  }

  private static byte[] message(String name, byte[] request) {
    byte[] head = (':' + name + ':').getBytes(StandardCharsets.US_ASCII);
    byte[] message = new byte[head.length + request.length];
    System.arraycopy(head, 0, message, 0, head.length);
    System.arraycopy(request, 0, message, head.length, request.length);
    return message;
  }

  private void send(Posix posix, byte[] message) throws ChannelException {
    try (Descriptor commands = posix.openForWriting(endpoint.fifo())) {
      commands.write(message, Deadline.in(patience));
    } catch (SocketTimeoutException full) {
      throw new ChannelException(
          Reach.NOT_SENT,
          endpoint.fifo() + " stays full",
          "The node is busy with other commands, or its FIFO process hangs; ask again later.");
    } catch (Errno errno) {
      throw failed(errno);
    } catch (IOException failed) {
      throw new ChannelException(
          Reach.NOT_SENT, address() + " can't be reached: " + failed.getMessage(), "");
    }
  }

  private ChannelException failed(Errno errno) {
    return switch (errno.number()) {
      case Errno.ENXIO, Errno.ENOENT, Errno.EPIPE ->
          new ChannelException(
              Reach.REFUSED,
              "No process reads " + endpoint.fifo(),
              "Check that OpenSIPS runs with mi_fifo loaded.");
      case Errno.EACCES, Errno.EPERM ->
          new ChannelException(
              Reach.NOT_SENT,
              "This process may not write to " + endpoint.fifo(),
              "Add its user to the FIFO's group, or set mi_fifo's fifo_mode.");
      default ->
          new ChannelException(
              Reach.NOT_SENT,
              endpoint.fifo() + " can't be written to: " + errno.getMessage(),
              "Check the path.");
    };
  }

  @Override
  public boolean datagrams() {
    return false;
  }
}
