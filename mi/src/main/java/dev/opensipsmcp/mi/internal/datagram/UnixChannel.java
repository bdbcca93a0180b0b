package dev.opensipsmcp.mi.internal.datagram;

import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import dev.opensipsmcp.mi.internal.channel.Deadline;
import dev.opensipsmcp.mi.internal.posix.Descriptor;
import dev.opensipsmcp.mi.internal.posix.Errno;
import dev.opensipsmcp.mi.internal.posix.Posix;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** MI over a UNIX datagram socket: one datagram there, one back, from a fresh socket each time. */
public final class UnixChannel extends DatagramChannel {
  private final MiEndpoint.UnixDatagram endpoint;
  private final Duration patience;

  /**
   * Makes the channel; nothing is opened yet.
   *
   * @param endpoint the node
   * @param patience how long the node's queue may stay full
   */
  public UnixChannel(MiEndpoint.UnixDatagram endpoint, Duration patience) {
    super("unix:" + endpoint.socket());
    this.endpoint = endpoint;
    this.patience = patience;
  }

  @Override
  public Answer ask(byte[] request, int id, Duration silence) throws ChannelException {
    Descriptor socket = open();
    try {
      send(socket, request);
      return receive(socket, id, silence);
    } catch (ChannelException known) {
      throw known;
    } catch (SocketTimeoutException late) {
      throw silent();
    } catch (IOException failed) {
      throw new ChannelException(
          Reach.BROKEN, address() + " can't be asked: " + failed.getMessage(), "");
    } finally {
      resources.close(socket);
    }
  }

  private Descriptor open() throws ChannelException {
    try {
      return resources.add(Posix.get().datagramSocket());
    } catch (Errno errno) {
      throw failed(errno);
    }
  }

  private void send(Descriptor socket, byte[] request) throws ChannelException {
    try {
      socket.bindToAnyName();
      socket.send(request, endpoint.socket(), Deadline.in(patience));
    } catch (SocketTimeoutException full) {
      throw new ChannelException(
          Reach.NOT_SENT,
          "The queue of " + address() + " stays full",
          "The node is busy with other commands; ask again later.");
    } catch (Errno errno) {
      throw failed(errno);
    } catch (IOException failed) {
      throw new ChannelException(
          Reach.NOT_SENT, address() + " can't be reached: " + failed.getMessage(), "");
    }
  }

  private ChannelException failed(Errno errno) {
    return switch (errno.number()) {
      case Errno.ENOENT, Errno.ECONNREFUSED ->
          new ChannelException(
              Reach.REFUSED,
              "Nobody listens at " + address(),
              "Check that mi_datagram is loaded and its socket_name is this path.");
      case Errno.EACCES, Errno.EPERM ->
          new ChannelException(
              Reach.NOT_SENT,
              "This process may not write to " + address(),
              "Add its user to the socket's group, or set mi_datagram's unix_socket_mode.");
      default ->
          new ChannelException(
              Reach.NOT_SENT,
              address() + " can't be reached: " + errno.getMessage(),
              "Check that the path is mi_datagram's UNIX socket.");
    };
  }

  private static Answer receive(Descriptor socket, int id, Duration silence) throws IOException {
    Deadline deadline = Deadline.in(silence);
    byte[] buffer = new byte[BUFFER];
    while (true) {
      int length = socket.read(buffer, 0, buffer.length, deadline);
      if (!AnswerIds.isForAnother(buffer, length, id)) {
        return DatagramAnswer.of(buffer, length);
      }
    }
  }
}
