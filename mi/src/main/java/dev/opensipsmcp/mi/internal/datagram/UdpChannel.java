package dev.opensipsmcp.mi.internal.datagram;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.Channel;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import dev.opensipsmcp.mi.internal.channel.Deadline;
import dev.opensipsmcp.mi.internal.channel.Resources;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** MI over UDP: one datagram there, one back, from a fresh port each time. */
public final class UdpChannel implements Channel {
  private final MiEndpoint.Udp endpoint;
  private final Resources resources = new Resources();

  /**
   * Makes the channel; nothing is opened yet.
   *
   * @param endpoint the node
   */
  public UdpChannel(MiEndpoint.Udp endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Answer ask(byte[] request, int id, Duration silence) throws ChannelException {
    DatagramSocket socket = resources.add(connect());
    try {
      socket.send(new DatagramPacket(request, request.length));
      return receive(socket, id, silence);
    } catch (SocketTimeoutException late) {
      throw Datagrams.silent(address());
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
    byte[] buffer = new byte[Datagrams.BUFFER];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      socket.setSoTimeout(deadline.millisLeft());
      socket.receive(packet);
      if (!AnswerIds.isForAnother(buffer, packet.getLength(), id)) {
        return DatagramAnswer.of(buffer, packet.getLength());
      }
    }
  }

  @Override
  public int limit(Version version) {
    return Datagrams.LIMIT;
  }

  @Override
  public String wayForLarge() {
    return Datagrams.WAY_FOR_LARGE;
  }

  @Override
  public boolean datagrams() {
    return true;
  }

  @Override
  public String address() {
    return "udp://" + endpoint.host() + ':' + endpoint.port();
  }

  @Override
  public void close() {
    resources.closeAll();
  }
}
