package dev.opensipsmcp.mi.internal.datagram;

import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import dev.opensipsmcp.mi.internal.channel.Deadline;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** MI over UDP: one datagram there, one back, from a fresh port each time. */
public final class UdpChannel extends DatagramChannel {
  private final MiEndpoint.Udp endpoint;

  /**
   * Makes the channel; nothing is opened yet.
   *
   * @param endpoint the node
   */
  public UdpChannel(MiEndpoint.Udp endpoint) {
    super("udp://" + endpoint.host() + ':' + endpoint.port());
    this.endpoint = endpoint;
  }

  @Override
  public Answer ask(byte[] request, int id, Duration silence) throws ChannelException {
    DatagramSocket socket = resources.add(connect());
    try {
      socket.send(new DatagramPacket(request, request.length));
      return receive(socket, id, silence);
    } catch (SocketTimeoutException late) {
      throw silent();
    } catch (PortUnreachableException nobody) {
      throw new ChannelException(
          Reach.REFUSED,
          "Nobody listens at " + address(),
          "Check that mi_datagram is loaded and its socket_name has this address.");
    } catch (ChannelException known) {
      throw known;
    } catch (IOException failed) {
      throw new ChannelException(
          Reach.BROKEN, address() + " can't be asked: " + failed.getMessage(), "");
    } finally {
      resources.close(socket);
    }
  }

  private DatagramSocket connect() throws ChannelException {
    InetSocketAddress node = new InetSocketAddress(endpoint.host(), endpoint.port());
    if (node.isUnresolved()) {
      throw new ChannelException(
          Reach.NOT_SENT,
          "No address is known for the host of " + address(),
          "Check the host's name.");
    }
    try {
      DatagramSocket socket = new DatagramSocket();
      try {
        socket.connect(node);
        return socket;
      } catch (IOException failed) {
        socket.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new ChannelException(
          Reach.NOT_SENT,
          address() + " can't be reached: " + failed.getMessage(),
          "Check the host and the network.");
    }
  }

  private static Answer receive(DatagramSocket socket, int id, Duration silence)
      throws IOException {
    Deadline deadline = Deadline.in(silence);
    byte[] buffer = new byte[BUFFER];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      socket.setSoTimeout(deadline.millisLeft());
      socket.receive(packet);
      if (!AnswerIds.isForAnother(buffer, packet.getLength(), id)) {
        return DatagramAnswer.of(buffer, packet.getLength());
      }
    }
  }
}
