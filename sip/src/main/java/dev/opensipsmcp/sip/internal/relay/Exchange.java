package dev.opensipsmcp.sip.internal.relay;

import dev.opensipsmcp.sip.relay.RelayAddress;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * One command and its answer. Over UDP it is sent again until answered: both kinds of relay
 * recognise a repeated command by its cookie, and answer it again without doing it again.
 */
public final class Exchange {
  private static final int MOST = 1 << 24;
  private static final int FIRST_WAIT_MS = 200;
  private static final AtomicLong COOKIES = new AtomicLong(System.nanoTime());

  private final RelayAddress address;
  private final Duration timeout;

  /**
   * Prepares exchanges.
   *
   * @param address where the relay is
   * @param timeout how long an answer may take in all
   */
  public Exchange(RelayAddress address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  /**
   * {@return what the relay answered, without the cookie}
   *
   * @param command what is sent after the cookie
   * @param whole whether an answer over a stream is complete
   */
  public RelayAnswer<byte[]> ask(byte[] command, Predicate<byte[]> whole) {
    return ask(
        (Long.toHexString(COOKIES.incrementAndGet()) + ' ').getBytes(StandardCharsets.US_ASCII),
        command,
        whole);
  }

  /**
   * {@return what the relay answered to a command without cookie} For rtpproxy behind a stream,
   * which takes the first word for its command.
   *
   * @param command what is sent
   * @param whole whether an answer is complete
   */
  public RelayAnswer<byte[]> askPlainly(byte[] command, Predicate<byte[]> whole) {
    return ask(new byte[0], command, whole);
  }

  private RelayAnswer<byte[]> ask(byte[] cookie, byte[] command, Predicate<byte[]> whole) {
    byte[] request = Arrays.copyOf(cookie, cookie.length + command.length);
    System.arraycopy(command, 0, request, cookie.length, command.length);
    try {
      byte[] answer =
          switch (address) {
            case RelayAddress.Udp(String host, int port) -> datagram(host, port, request, cookie);
            case RelayAddress.Tcp(String host, int port) -> {
              try (SocketChannel channel = SocketChannel.open()) {
                channel
                    .socket()
                    .connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
                yield stream(channel, request, cookie, whole);
              }
            }
            case RelayAddress.Unix(var path) -> {
              try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(path));
                yield stream(channel, request, cookie, whole);
              }
            }
          };
      return new RelayAnswer.Value<>(answer);
    } catch (IOException | UnresolvedAddressException e) {
      return new RelayAnswer.Failure<>(
          new RelayError(
              RelayError.Kind.UNREACHABLE,
              "The relay did not answer within " + timeout.toMillis() + " ms.",
              "Check that it runs, listens at the configured address, and that nothing filters"
                  + " the way there."));
    }
  }

  private byte[] datagram(String host, int port, byte[] request, byte[] cookie) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(host, port));
      DatagramPacket answer = new DatagramPacket(new byte[1 << 16], 1 << 16);
      for (long wait = FIRST_WAIT_MS; ; wait *= 2) {
        socket.send(new DatagramPacket(request, request.length));
        long until = Math.min(end, System.nanoTime() + wait * 1_000_000);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
          socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
          try {
            socket.receive(answer);
          } catch (SocketTimeoutException e) {
            break;
          }
          byte[] bytes = Arrays.copyOf(answer.getData(), answer.getLength());
          if (begins(bytes, cookie)) {
            return Arrays.copyOfRange(bytes, cookie.length, bytes.length);
          }
        }
        if (System.nanoTime() >= end) {
          throw new InterruptedIOException("no answer");
        }
      }
    }
  }

  /** A watcher closes the channel when the time is over: a blocking read has no time limit. */
  private byte[] stream(
      SocketChannel channel, byte[] request, byte[] cookie, Predicate<byte[]> whole)
      throws IOException {
    Thread watcher =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(timeout);
                channel.close();
              } catch (InterruptedException | IOException e) {
                // The answer came, or the channel is closed already.
              }
            });
    try {
      ByteBuffer out = ByteBuffer.wrap(request);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer room = ByteBuffer.allocate(1 << 16);
      while (all.size() < MOST && channel.read(room) >= 0) {
        all.write(room.array(), 0, room.position());
        room.clear();
        byte[] bytes = all.toByteArray();
        if (begins(bytes, cookie)) {
          byte[] answer = Arrays.copyOfRange(bytes, cookie.length, bytes.length);
          if (whole.test(answer)) {
            return answer;
          }
        }
      }
      throw new IOException("no whole answer");
    } finally {
      watcher.interrupt();
    }
  }

  private static boolean begins(byte[] bytes, byte[] cookie) {
    return bytes.length >= cookie.length
        && Arrays.equals(bytes, 0, cookie.length, cookie, 0, cookie.length);
  }
}
