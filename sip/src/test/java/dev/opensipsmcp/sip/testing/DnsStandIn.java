package dev.opensipsmcp.sip.testing;

import dev.opensipsmcp.sip.probe.DnsClient;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on loopback that knows what a test tells it. */
public final class DnsStandIn implements AutoCloseable {
  private static final int HEADER = 12;
  private final ServerSocket streams;
  private final DatagramSocket datagrams;
  private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int code;
  private volatile boolean cut;
  private volatile boolean silent;
  private volatile boolean guessed;

  private DnsStandIn() throws IOException {
    this.streams = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.datagrams = new DatagramSocket(streams.getLocalPort(), InetAddress.getLoopbackAddress());
  }

  /** {@return one that knows nothing yet} */
  public static DnsStandIn start() {
    try {
      DnsStandIn server = new DnsStandIn();
      Thread.ofVirtual().start(server::serveDatagrams);
      Thread.ofVirtual().start(server::serveStreams);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return a client that asks it} */
  public DnsClient client() {
    return new DnsClient(
        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), streams.getLocalPort())),
        silent ? Duration.ofMillis(100) : Duration.ofSeconds(30));
  }

  /** {@return this, which from now on says with every answer that it did not fit} */
  public DnsStandIn cutting() {
    cut = true;
    return this;
  }

  /** {@return this, which from now on answers nobody} */
  public DnsStandIn silent() {
    silent = true;
    return this;
  }

  /** {@return this, which sends answers to other questions and garbage before each answer} */
  public DnsStandIn guessed() {
    guessed = true;
    return this;
  }

  /** {@return this, which answers names it does not know with this code} */
  public DnsStandIn unknown(int answerCode) {
    code = answerCode;
    return this;
  }

  /** {@return what was asked, such as {@code example.org 33}} */
  public List<String> asked() {
    return asked;
  }

  /** {@return this with an address} */
  public DnsStandIn address(String name, int ttl, String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    return record(name, bytes.length == 4 ? 1 : 28, ttl, bytes);
  }

  /** {@return this with an alias, and the address behind it} */
  public DnsStandIn alias(String name, int ttl, String target) {
    return record(name, 1, ttl, 5, name(target));
  }

  /** {@return this with a server} */
  public DnsStandIn service(
      String name, int ttl, int priority, int weight, int port, String target) {
    return record(
        name, 33, ttl, join(number(priority), number(weight), number(port), name(target)));
  }

  /** {@return this with a pointer} */
  public DnsStandIn pointer(
      String name, int ttl, int order, int preference, String service, String replacement) {
    return record(
        name,
        35,
        ttl,
        join(
            number(order),
            number(preference),
            text("s"),
            text(service),
            text(""),
            name(replacement)));
  }

  private DnsStandIn record(String name, int type, int ttl, byte[] data) {
    return record(name, type, ttl, type, data);
  }

  private DnsStandIn record(String name, int asked, int ttl, int type, byte[] data) {
    byte[] whole =
        join(
            new byte[] {(byte) 0xc0, HEADER},
            number(type),
            number(1),
            number(ttl >>> 16),
            number(ttl & 0xffff),
            number(data.length),
            data);
    records
        .computeIfAbsent(name.toLowerCase(Locale.ROOT) + ' ' + asked, _ -> new ArrayList<>())
        .add(whole);
    return this;
  }

  private static byte[] number(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  private static byte[] text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    return join(new byte[] {(byte) bytes.length}, bytes);
  }

  private static byte[] name(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.split("\\.", -1)) {
      if (!label.isEmpty()) {
        out.writeBytes(text(label));
      }
    }
    out.write(0);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private byte[] answer(byte[] question, boolean stream) {
    StringBuilder name = new StringBuilder();
    int at = HEADER;
    while (question[at] != 0) {
      name.append(name.isEmpty() ? "" : ".")
          .append(new String(question, at + 1, question[at], StandardCharsets.ISO_8859_1));
      at += question[at] + 1;
    }
    int type = ByteBuffer.wrap(question).getShort(at + 1);
    String key = name.toString().toLowerCase(Locale.ROOT) + ' ' + type;
    asked.add(key);
    List<byte[]> known = records.getOrDefault(key, List.of());
    boolean short_ = cut && !stream;
    byte[] head = Arrays.copyOf(question, HEADER);
    int flags = 0x8180 | (short_ ? 0x0200 : 0) | (known.isEmpty() ? code : 0);
    ByteBuffer.wrap(head).putShort(2, (short) flags);
    ByteBuffer.wrap(head).putShort(6, (short) (short_ ? 0 : known.size()));
    byte[] asIs = Arrays.copyOfRange(question, HEADER, at + 5);
    return join(head, asIs, short_ ? new byte[0] : join(known.toArray(byte[][]::new)));
  }

  private void serveDatagrams() {
    DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
    while (!datagrams.isClosed()) {
      try {
        datagrams.receive(packet);
        byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()), false);
        if (guessed) {
          byte[] other = answer.clone();
          other[0]++;
          send(other, packet);
          send(new byte[] {1, 2, 3}, packet);
          byte[] circle = answer.clone();
          circle[HEADER] = (byte) 0xc0;
          circle[HEADER + 1] = HEADER;
          send(circle, packet);
        }
        if (!silent) {
          send(answer, packet);
        }
      } catch (IOException _) {
        // The test is over.
      }
    }
  }

  private void send(byte[] bytes, DatagramPacket to) throws IOException {
    datagrams.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
  }

  private void serveStreams() {
    while (!streams.isClosed()) {
      try (Socket socket = streams.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] question = new byte[in.readUnsignedShort()];
        in.readFully(question);
        byte[] answer = answer(question, true);
        socket.getOutputStream().write(join(number(answer.length), answer));
      } catch (IOException _) {
        // The test is over.
      }
    }
  }

  @Override
  public void close() {
    datagrams.close();
    try {
      streams.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
