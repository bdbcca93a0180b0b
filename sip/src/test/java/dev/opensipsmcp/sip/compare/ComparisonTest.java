package dev.opensipsmcp.sip.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.message.Torture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static SipMessage message(String text) {
    return SipParser.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void formDoesNotMatter() {
    assertThat(
            MessageComparison.of(
                message("OPTIONS sip:a SIP/2.0\nVia: SIP/2.0/UDP a, SIP/2.0/UDP b\nk: x, y\n\n"),
                message(
                    "OPTIONS sip:a SIP/2.0\nSUPPORTED: y\nv: SIP/2.0/UDP a\nSupported: x\nVia: SIP/2.0/UDP b\n\n")))
        .isEmpty();
  }

  @Test
  void theSameMessageNeverDiffersFromItself() {
    Torture.all()
        .forEach(torture ->
            assertThat(
                    MessageComparison.of(
                        SipParser.parse(torture.bytes()), SipParser.parse(torture.bytes())))
                .isEmpty());
  }

  @Test
  void whatCameAndWentIsPaired() {
    List<Difference> differences =
        MessageComparison.of(
            message("OPTIONS sip:a SIP/2.0\nMax-Forwards: 70\nRoute: <sip:p;lr>\nX-Note: 1\n\n"),
            message(
                "OPTIONS sip:a:pw@b SIP/2.0\nMax-Forwards: 68\nX-Note: 2\nRecord-Route: <sip:p;lr>\n\n"));

    assertThat(differences)
        .extracting(Difference::where)
        .containsExactly("start line", "Max-Forwards", "Route", "X-Note", "Record-Route");
    assertThat(differences.get(1).remark()).isEqualTo("It fell by 2.");
    assertThat(differences.toString()).doesNotContain("pw@");
  }
}
