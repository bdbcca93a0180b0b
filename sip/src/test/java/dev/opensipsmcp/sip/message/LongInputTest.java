package dev.opensipsmcp.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.compare.MessageComparison;
import dev.opensipsmcp.sip.explain.MessageExplanation;
import dev.opensipsmcp.sip.lint.MessageLint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long inputs that a careless reader goes over again and again. Each takes milliseconds; one whose
 * work grew with the square of the size would not end within the time that is given.
 */
@Timeout(120)
final class LongInputTest {
  private static final int SIZE = 1_000_000;
  private static final List<String> HEADERS =
      List.of(
          "Contact: ",
          "Via: SIP/2.0/UDP a",
          "Warning: ",
          "From: ",
          "Authorization: Digest ",
          "X",
          "Content-Type: multipart/mixed;boundary=b\r\n\r\n--b\r\n",
          "Content-Type: application/sdp\r\n\r\nv=0\r\n");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "a,",
        "<sip:a>,",
        "\"",
        "%41",
        ";a",
        "sip:",
        "\r\n ",
        ":@",
        "a=b,",
        "--b\r\n",
        "a=x\r\n"
      })
  void workGrowsWithTheSizeOnly(String piece) {
    for (String header : HEADERS) {
      String text = "INVITE sip:a@b SIP/2.0\r\n" + header + piece.repeat(SIZE / piece.length());
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      SipMessage message = SipParser.parse(bytes);
      message.contacts();
      message.vias();
      message.from();
      Bodies.leaves(message);
      MessageScan.of(bytes, 0, bytes.length);
      MessageLint.of(message);
      MessageExplanation.of(message);
      assertThat(MessageComparison.of(message, message)).isEmpty();
      assertThat(SafeText.of(message)).isNotEmpty();
    }
  }
}
