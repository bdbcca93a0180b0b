package dev.opensipsmcp.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Any bytes are read: never an exception, and nothing of them is lost. */
final class MessageFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\r\n",
          "\n",
          "\r",
          " ",
          "\t",
          ":",
          ";",
          ",",
          "<",
          ">",
          "\"",
          "\\",
          "@",
          "%",
          "=",
          "?",
          "[",
          "]",
          "SIP/2.0",
          "sip:",
          "tel:",
          "tag=",
          "Via: ",
          "From: ",
          "\r\nTo: ",
          "\r\nCSeq: ",
          "Call-ID: ",
          "\r\nl: ",
          "Contact: ",
          "--b",
          "--b--",
          "1",
          "99999999999",
          "Content-Type: multipart/mixed;boundary=b\r\n",
          "INVITE sip:a@b SIP/2.0\r\n",
          "SIP/2.0 200 OK\r\n",
          "9999999999999999999999",
          "a",
          "*",
          "\u00e9",
          "\0");
  private static final List<Torture> TORTURE = Torture.all();

  private static void readAll(byte[] bytes) {
    SipMessage message = SipParser.parse(bytes);
    assertThat(message.bodyAt()).isBetween(0, bytes.length);
    assertThat(message.defects().size()).isLessThanOrEqualTo(50);
    message.from();
    message.to();
    message.contacts();
    message.vias();
    Bodies.leaves(message);
    ScanAgreement.check(bytes);
  }

  @Property(tries = 500)
  void anyBytes(@ForAll @Size(max = 400) byte[] bytes) {
    readAll(bytes);
  }

  @Property(tries = 2000)
  void piecesOfMessagesInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("INVITE sip:a@b SIP/2.0\r\n");
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    readAll(text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Property(tries = 2000)
  void goodMessagesWithBytesChangedAndCut(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = TORTURE.get(random.nextInt(TORTURE.size())).bytes().clone();
    for (int i = random.nextInt(8); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    readAll(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
  }

  @Test
  void aFoldInCseqAndAMissingRequestUriAreReadAlike() {
    readAll(
        "SIP/2.0 200 OK\r\nCSeq: 35 INVITE\r\n\trom: x\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    readAll("REGISTER\u0001sip:home\t SIP/2.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void controlCharactersAreNoWhiteSpace() {
    readAll("SIP/2.0 503 X\r\nCSeq: 92923\u001d483477\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    readAll("SIP/2.0 503 X\r\nCSeq: 9 \u000bA\u000c\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
