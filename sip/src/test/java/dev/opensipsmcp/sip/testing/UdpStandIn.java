package dev.opensipsmcp.sip.testing;

import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.ProbeTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A SIP server over UDP that does what a test tells it. */
public final class UdpStandIn implements AutoCloseable {
  private final DatagramSocket socket;
  private final Behaviour behaviour;
  private final List<SipMessage> requests = new CopyOnWriteArrayList<>();

  /** What it does. */
  @FunctionalInterface
  public interface Behaviour {
    /**
     * {@return what is sent back}
     *
     * @param request what came
     * @param number how many came before, this one included
     */
    List<String> answers(SipMessage request, int number);
  }

  private UdpStandIn(Behaviour behaviour) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.behaviour = behaviour;
  }

  /** {@return one that listens} */
  public static UdpStandIn start(Behaviour behaviour) {
    try {
      UdpStandIn server = new UdpStandIn(behaviour);
      Thread.ofVirtual().start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
    while (!socket.isClosed()) {
      try {
        packet.setLength(1 << 16);
        socket.receive(packet);
        SipMessage request = SipParser.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
        requests.add(request);
        for (String answer : behaviour.answers(request, requests.size())) {
          byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
          socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException _) {
        // The test is over.
      }
    }
  }

  /** {@return where it is} */
  public ProbeTarget target() {
    return new ProbeTarget(
        ProbeTransport.UDP, new IpAddress(InetAddress.getLoopbackAddress()), socket.getLocalPort());
  }

  /** {@return what came so far} */
  public List<SipMessage> requests() {
    return requests;
  }

  /** {@return an answer to a request, with further lines} */
  public static String answer(SipMessage request, String status, String... lines) {
    String copied =
        request.headers().stream()
            .filter(header -> copied(header.name()))
            .map(UdpStandIn::line)
            .collect(Collectors.joining());
    return "SIP/2.0 "
        + status
        + "\r\n"
        + copied
        + Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining())
        + "Content-Length: 0\r\n\r\n";
  }

  private static boolean copied(String name) {
    return List.of("Via", "From", "To", "Call-ID", "CSeq").stream()
        .anyMatch(one -> HeaderNames.same(one, name));
  }

  private static String line(Header header) {
    String tag = header.name().equals("To") ? ";tag=standin" : "";
    return header.name() + ": " + header.value() + tag + "\r\n";
  }

  @Override
  public void close() {
    socket.close();
  }
}
