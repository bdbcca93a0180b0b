package dev.opensipsmcp.lab.relay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers like rtpproxy over UDP: a cookie, then words; a repeated cookie gets its answer again and
 * does nothing again. It relays nothing; calls are those that it is given.
 */
public final class RtpProxyLab implements AutoCloseable {
  private static final String UNKNOWN = "E50";
  private static final String SYNTAX = "E1";
  private static final int REMEMBERED = 1_000;

  private final DatagramSocket socket;
  private final Map<String, String> calls = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lost = new AtomicInteger();

  /**
   * Opens a port of loopback.
   *
   * @throws IOException when there is none
   */
  public RtpProxyLab() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /** {@return where it is, as settings write it} */
  public String url() {
    return "udp:127.0.0.1:" + socket.getLocalPort();
  }

  /**
   * Carries a call from now on.
   *
   * @param callId its Call-ID
   * @param tag the caller's tag; OpenSIPS puts {@code ;1} behind it
   * @param counts what is told of it: seconds left, packets of either side, relayed, dropped
   */
  public void carry(String callId, String tag, String counts) {
    calls.put(callId + ' ' + tag, counts);
  }

  /** Gives no answer to the next commands. */
  public void lose(int answersLost) {
    lost.set(answersLost);
  }

  /** {@return the commands that were carried out, in order, without cookies} */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    while (!socket.isClosed()) {
      try {
        packet.setLength(2_048);
        socket.receive(packet);
        String text =
            new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
        int blank = text.indexOf(' ');
        String cookie = blank < 0 ? "" : text.substring(0, blank);
        if (answers.size() > REMEMBERED) {
          answers.clear();
        }
        String answer =
            answers.computeIfAbsent(cookie, _ -> answer(text.substring(blank + 1).strip()));
        if (lost.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
          byte[] bytes = (cookie + ' ' + answer + '\n').getBytes(StandardCharsets.US_ASCII);
          socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException _) {
        // The socket was closed, or an answer could not be sent.
      }
    }
  }

  private String answer(String command) {
    commands.add(command);
    String[] words = command.split(" +", -1);
    String letter = words[0].isEmpty() ? "" : words[0].substring(0, 1);
    return switch (letter) {
      case "V" -> "20040107";
      case "I" ->
          "sessions created: 12\nactive sessions: "
              + calls.size()
              + "\nactive streams: "
              + 2 * calls.size()
              + "\npackets received: 4711\npackets transmitted: 4700";
      case "Q" ->
          words.length < 3 ? SYNTAX : calls.getOrDefault(words[1] + ' ' + words[2], UNKNOWN);
      case "D" -> words.length < 3 ? SYNTAX : deleted(words[1], words[2]);
      default -> "E0";
    };
  }

  /** A tag without the number of a media means all of them. */
  private String deleted(String callId, String tag) {
    String key = callId + ' ' + tag;
    boolean any = calls.keySet().removeIf(one -> one.equals(key) || one.startsWith(key + ';'));
    return any ? "0" : UNKNOWN;
  }

  @Override
  public void close() {
    socket.close();
  }
}
