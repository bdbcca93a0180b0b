package dev.opensipsmcp.mi.event;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays a node that sends events, and reads what came of them. */
public final class Senders {
  private Senders() {}

  static EventListener listener(EventTransport transport) throws IOException {
    return EventListener.open(ListenerSettings.loopback(transport));
  }

  static Udp udp(int port) throws IOException {
    return new Udp(new DatagramSocket(), port);
  }

  static Tcp tcp(int port) throws IOException {
    return new Tcp(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** {@return a notification with a number} */
  static byte[] event(String name, int number) {
    return ("{\"jsonrpc\":\"2.0\",\"method\":\"" + name + "\",\"params\":{\"n\":" + number + "}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** {@return the first events of a listener, as soon as there are so many} */
  static List<ReceivedEvent> collect(EventListener listener, int count, Duration patience)
      throws InterruptedException {
    List<ReceivedEvent> seen = new ArrayList<>();
    long place = 0;
    boolean goesOn = true;
    while (goesOn && seen.size() < count) {
      EventPage page = listener.await(EventFilter.any(), place, count - seen.size(), patience);
      seen.addAll(page.events());
      place = page.next();
      goesOn = !page.events().isEmpty();
    }
    return seen;
  }

  record Udp(DatagramSocket socket, int port) implements AutoCloseable {
    void send(byte[] bytes) throws IOException {
      InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  record Tcp(Socket socket) implements AutoCloseable {
    void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
