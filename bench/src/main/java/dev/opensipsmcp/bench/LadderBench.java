package dev.opensipsmcp.bench;

import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderRenderers;
import dev.opensipsmcp.sip.ladder.LadderSettings;
import dev.opensipsmcp.sip.ladder.Ladders;
import dev.opensipsmcp.sip.ladder.TextStyle;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a ladder costs to make and to draw: a call through a proxy with so many messages, all with
 * SDP.
 *
 * <p>{@code java -cp "bench/target/classes:bench/target/lib/*" dev.opensipsmcp.bench.LadderBench
 * [messages] [rounds]}.
 */
public final class LadderBench {
  private static final Endpoint PHONE = new Endpoint("192.0.2.10", 5060);
  private static final Endpoint PROXY = new Endpoint("198.51.100.5", 5060);
  private static final Endpoint GATEWAY = new Endpoint("203.0.113.80", 5060);
  private static final int WARM_UP = 300;

  private LadderBench() {}

  /**
   * Runs the bench.
   *
   * @param args how many messages, 200 when not given; how many rounds, 50 when not given
   */
  public static void main(String[] args) {
    int many = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    List<byte[]> bytes = new ArrayList<>();
    for (int number = 0; number < many; number++) {
      bytes.add(text(number).getBytes(StandardCharsets.US_ASCII));
    }
    PrintStream out = System.out;
    Ladder ladder = made(bytes);
    out.println(many + " messages, " + rounds + " rounds: least, median, most in ms");
    run(out, "parsed and made", rounds, () -> made(bytes));
    run(out, "text", rounds, () -> LadderRenderers.text(ladder, TextStyle.DEFAULT));
    run(out, "Mermaid", rounds, () -> LadderRenderers.mermaid(ladder));
    run(out, "SVG", rounds, () -> LadderRenderers.svg(ladder));
    run(out, "hops compared", rounds, () -> Ladders.hops(ladder));
    run(out, "parsed, made and drawn as SVG", rounds, () -> LadderRenderers.svg(made(bytes)));
  }

  private static Ladder made(List<byte[]> bytes) {
    List<CapturedMessage> messages = new ArrayList<>(bytes.size());
    for (int number = 0; number < bytes.size(); number++) {
      boolean request = number % 4 < 2;
      boolean first = number % 4 == 0 || number % 4 == 3;
      Endpoint one = first ? PHONE : PROXY;
      Endpoint other = first ? PROXY : GATEWAY;
      messages.add(
          new CapturedMessage(
              Instant.ofEpochSecond(1_790_000_000).plusMillis(number * 37L),
              Transport.UDP,
              request ? one : other,
              request ? other : one,
              SipParser.parse(bytes.get(number)),
              "bench"));
    }
    return Ladders.of(messages, LadderSettings.DEFAULT);
  }

  /** Re-INVITEs, each with its way to the gateway and its answer's way back. */
  private static String text(int number) {
    int cseq = 1 + number / 4;
    int step = number % 4;
    String via = "Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKa" + cseq + "\r\n";
    String both = "Via: SIP/2.0/UDP 198.51.100.5;branch=z9hG4bKp" + cseq + "\r\n" + via;
    String body =
        "v=0\r\no=- 41700"
            + cseq
            + " 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP 8 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";
    return (step < 2 ? "INVITE sip:bob@example.com SIP/2.0\r\n" : "SIP/2.0 200 OK\r\n")
        + (step == 0 || step == 3 ? via : both)
        + "From: <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>;tag=b\r\n"
        + "Call-ID: bench@192.0.2.10\r\nCSeq: "
        + cseq
        + " INVITE\r\nContact: <sip:alice@192.0.2.10>\r\nMax-Forwards: 70\r\n"
        + "Allow: INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE\r\nSupported: timer\r\n"
        + "Content-Type: application/sdp\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static void run(PrintStream out, String name, int rounds, Supplier<?> work) {
    int seen = 0;
    for (int round = 0; round < WARM_UP; round++) {
      seen += work.get().hashCode();
    }
    double[] times = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long begin = System.nanoTime();
      Object made = work.get();
      times[round] = (System.nanoTime() - begin) / 1e6;
      seen += made.hashCode();
    }
    Arrays.sort(times);
    out.printf(
        Locale.ROOT,
        "%-32s %7.2f %7.2f %7.2f%s%n",
        name,
        times[0],
        times[rounds / 2],
        times[rounds - 1],
        seen == 0 ? " " : "");
  }
}
