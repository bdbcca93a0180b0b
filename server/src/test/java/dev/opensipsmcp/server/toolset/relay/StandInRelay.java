package dev.opensipsmcp.server.toolset.relay;

import dev.opensipsmcp.sip.relay.Bencode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers like an RTPEngine, from calls that a test gives it. */
public final class StandInRelay implements AutoCloseable {
  private final DatagramSocket socket;
  private final Map<String, Bencode.Dictionary> calls = new ConcurrentHashMap<>();

  /** Starts on a free loopback port. */
  public StandInRelay() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /** {@return where it is, as a relay is configured} */
  public String url() {
    return "udp:127.0.0.1:" + socket.getLocalPort();
  }

  /**
   * Carries a call from now on.
   *
   * @param created when it began, in seconds
   * @param packets how many packets came from alice, and how many from bob
   * @param last when the last of them came, in seconds
   */
  public void carry(String callId, long created, long[] packets, long[] last) {
    calls.put(
        callId,
        dictionary(
            Map.of(
                "result",
                text("ok"),
                "created",
                number(created),
                "tags",
                dictionary(
                    Map.of(
                        "alice",
                        side("10.0.0.7", packets[0], last[0]),
                        "bob",
                        side("192.0.2.8", packets[1], last[1]))))));
  }

  private static Bencode side(String address, long packets, long last) {
    Bencode place = dictionary(Map.of("address", text(address), "port", number(4_000)));
    Bencode stream =
        dictionary(
            Map.of(
                "flags",
                new Bencode.Items(List.of(text("RTP"))),
                "local address",
                text("192.0.2.1"),
                "local port",
                number(30_000),
                "advertised endpoint",
                place,
                "endpoint",
                place,
                "last packet",
                number(last),
                "stats",
                dictionary(
                    Map.of(
                        "packets",
                        number(packets),
                        "bytes",
                        number(packets * 172),
                        "errors",
                        number(0)))));
    Bencode media =
        dictionary(
            Map.of(
                "type",
                text("audio"),
                "protocol",
                text("RTP/AVP"),
                "flags",
                new Bencode.Items(List.of(text("send"), text("recv"))),
                "streams",
                new Bencode.Items(List.of(stream))));
    return dictionary(Map.of("medias", new Bencode.Items(List.of(media))));
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    while (!socket.isClosed()) {
      try {
        socket.receive(packet);
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        String cookie = new String(bytes, StandardCharsets.US_ASCII).split(" ", 2)[0] + ' ';
        byte[] command = Arrays.copyOfRange(bytes, cookie.length(), bytes.length);
        byte[] answer = Bencode.encode(answer((Bencode.Dictionary) Bencode.decode(command)));
        byte[] whole =
            Arrays.copyOf(
                cookie.getBytes(StandardCharsets.US_ASCII), cookie.length() + answer.length);
        System.arraycopy(answer, 0, whole, cookie.length(), answer.length);
        socket.send(new DatagramPacket(whole, whole.length, packet.getSocketAddress()));
      } catch (IOException e) {
        return;
      }
    }
  }

  private Bencode answer(Bencode.Dictionary command) {
    String callId = command.text("call-id");
    return switch (command.text("command")) {
      case "ping" -> dictionary(Map.of("result", text("pong")));
      case "list" ->
          dictionary(
              Map.of(
                  "result",
                  text("ok"),
                  "calls",
                  new Bencode.Items(
                      calls.keySet().stream().<Bencode>map(Bencode.Text::new).toList())));
      case "statistics" ->
          dictionary(
              Map.of(
                  "result",
                  text("ok"),
                  "statistics",
                  dictionary(
                      Map.of(
                          "currentstatistics",
                          dictionary(Map.of("sessionstotal", number(calls.size()))),
                          "totalstatistics",
                          dictionary(Map.of("onewaystreams", text("3")))))));
      case "query", "delete" -> {
        Bencode.Dictionary call = calls.get(callId);
        if (command.text("command").equals("delete")) {
          calls.remove(callId);
        }
        yield call == null
            ? dictionary(Map.of("result", text("error"), "error-reason", text("Unknown call-id")))
            : call;
      }
      default -> dictionary(Map.of("result", text("error"), "error-reason", text("what?")));
    };
  }

  private static Bencode.Dictionary dictionary(Map<String, Bencode> values) {
    return new Bencode.Dictionary(values);
  }

  private static Bencode text(String text) {
    return new Bencode.Text(text);
  }

  private static Bencode number(long number) {
    return new Bencode.Whole(number);
  }

  @Override
  public void close() {
    socket.close();
  }
}
