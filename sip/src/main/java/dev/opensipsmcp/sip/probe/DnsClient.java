package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.internal.probe.DnsMessage;
import dev.opensipsmcp.sip.net.IpAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks name servers over UDP, and over TCP what did not fit. Java's own way to the DNS keeps the
 * times of records for itself, and those are what a person wants to see. Safe for many threads.
 *
 * @param servers the name servers, each asked twice before the next
 * @param timeout how long one of them may take
 */
public record DnsClient(List<InetSocketAddress> servers, Duration timeout) implements Dns {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Path USUAL = Path.of("/etc/resolv.conf");
  private static final int PORT = 53;
  private static final int MOST_SERVERS = 3;
  private static final int TRIES = 2;
  private static final long LONGEST_FILE = 1 << 16;

  public DnsClient {
    servers = List.copyOf(servers);
  }

  /** {@return a client of the name servers that this host uses} */
  public static DnsClient ofSystem() {
    return new DnsClient(servers(USUAL), Duration.ofSeconds(1));
  }

  static List<InetSocketAddress> servers(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
        return List.of();
      }
      return Files.readAllLines(file).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words.length > 1 && words[0].equals("nameserver"))
          .map(words -> IpAddress.of(words[1]))
          .flatMap(Optional::stream)
          .limit(MOST_SERVERS)
          .map(address -> new InetSocketAddress(address.inet(), PORT))
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  @Override
  public DnsAnswer ask(String name, DnsType type) {
    Optional<byte[]> question = DnsMessage.question(RANDOM.nextInt(1 << 16), name, type);
    if (question.isEmpty()) {
      return new DnsAnswer.Failed("No name server can be asked for such a name.");
    }
    DnsAnswer last = new DnsAnswer.Failed("This host names no name server.");
    for (InetSocketAddress server : servers) {
      for (int tries = 0; tries < TRIES; tries++) {
        last = ask(server, question.get());
        if (!(last instanceof DnsAnswer.Failed)) {
          return last;
        }
      }
    }
    return last;
  }

  private DnsAnswer ask(InetSocketAddress server, byte[] question) {
    long end = System.nanoTime() + timeout.toNanos();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server);
      socket.send(new DatagramPacket(question, question.length));
      DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
      for (long left = timeout.toNanos(); left > 0; left = end - System.nanoTime()) {
        socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
        packet.setLength(1 << 16);
        socket.receive(packet);
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        switch (DnsMessage.read(bytes, question)) {
          case DnsMessage.Read.Whole(DnsAnswer answer) -> {
            return answer;
          }
          case DnsMessage.Read.Cut _ -> {
            return stream(server, question);
          }
          case DnsMessage.Read.Foreign _ -> {
            // Somebody guesses, or an older answer is late.
          }
        }
      }
      return silent(server);
    } catch (SocketTimeoutException _) {
      return silent(server);
    } catch (IOException e) {
      return new DnsAnswer.Failed(
          "The name server " + place(server) + " can't be asked: " + e.getMessage());
    }
  }

  private static DnsAnswer silent(InetSocketAddress server) {
    return new DnsAnswer.Failed("The name server " + place(server) + " did not answer.");
  }

  private DnsAnswer stream(InetSocketAddress server, byte[] question) throws IOException {
    try (Socket socket = new Socket()) {
      Thread guard = Thread.ofVirtual().start(() -> endLate(socket));
      try {
        socket.connect(server, (int) timeout.toMillis());
        ByteBuffer framed = ByteBuffer.allocate(question.length + 2);
        socket
            .getOutputStream()
            .write(framed.putShort((short) question.length).put(question).array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return DnsMessage.read(bytes, question) instanceof DnsMessage.Read.Whole(DnsAnswer answer)
            ? answer
            : new DnsAnswer.Failed(
                "The name server " + place(server) + " answered another question over TCP.");
      } finally {
        guard.interrupt();
      }
    }
  }

  private void endLate(Socket socket) {
    try {
      Thread.sleep(timeout);
      socket.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // The answer came.
    } catch (IOException _) {
      // It is closed all the same.
    }
  }

  private static String place(InetSocketAddress server) {
    return ProbeTarget.place(new IpAddress(server.getAddress()), server.getPort());
  }
}
