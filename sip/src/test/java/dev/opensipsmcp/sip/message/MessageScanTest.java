package dev.opensipsmcp.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.MessageScan.Part;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MessageScanTest {
  private static final String INVITE =
      """
      INVITE sip:bob@biloxi.example;transport=tcp SIP/2.0
      Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
      FROM : "A <b> \\" c" <sip:al%69ce:pw@Atlanta.example:5070>
       ;x="tag=no" ; Tag=88sja8x
      t: sip:bob@[2001:db8::1]:5060;tag=77
      i: a84b4c76e66710
       @pc33
      CSeq: 314159
        INVITE
      Call-ID: second
      l: 4

      body\
      """
          .replace("\n", "\r\n");

  private static MessageScan scan(String text) {
    byte[] bytes = ("..." + text).getBytes(StandardCharsets.UTF_8);
    return MessageScan.of(bytes, 3, bytes.length).orElseThrow();
  }

  @Test
  void aRequestGivesWhatAListNeeds() {
    MessageScan scan = scan(INVITE);

    assertThat(scan.isRequest()).isTrue();
    assertThat(scan.method()).isEqualTo("INVITE");
    assertThat(scan.text(Part.REQUEST_URI)).isEqualTo("sip:bob@biloxi.example;transport=tcp");
    assertThat(scan.text(Part.REQUEST_USER)).isEqualTo("bob");
    assertThat(scan.text(Part.FROM_USER)).isEqualTo("alice");
    assertThat(scan.text(Part.FROM_HOST)).isEqualTo("atlanta.example");
    assertThat(scan.text(Part.FROM_TAG)).isEqualTo("88sja8x");
    assertThat(scan.text(Part.TO_USER)).isEqualTo("bob");
    assertThat(scan.text(Part.TO_HOST)).isEqualTo("2001:db8::1");
    assertThat(scan.text(Part.TO_TAG)).isEqualTo("77");
    assertThat(scan.cseq()).isEqualTo(314_159);
    assertThat(scan.text(Part.CSEQ_METHOD)).isEqualTo("INVITE");
    assertThat(scan.contentLength()).isEqualTo(4);
    assertThat(scan.bodyAt()).isEqualTo(3 + INVITE.indexOf("body"));
  }

  @Test
  void aResponseGivesItsCodeAndTheMethodThatItAnswers() {
    MessageScan scan = scan("SIP/2.0 486 Busy\r\nCSeq: 7 BYE\r\nTo: <tel:+1-555;ext=1>;tag=b\r\n");

    assertThat(scan.isRequest()).isFalse();
    assertThat(scan.code()).isEqualTo(486);
    assertThat(scan.method()).isEqualTo("BYE");
    assertThat(scan.text(Part.TO_USER)).isEqualTo("+1-555");
    assertThat(scan.text(Part.TO_TAG)).isEqualTo("b");
    assertThat(scan.bodyAt()).as("no empty line came yet").isEqualTo(-1);
    assertThat(scan.contentLength()).isEqualTo(-1);
  }

  @Test
  void whatIsNotSipIsNoMessage() {
    for (String text : new String[] {"", "\r\n", "GET / HTTP/1.1\r\n\r\n", "SIP/2.0 1000 x", "x"}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(MessageScan.of(bytes, 0, bytes.length)).as(text).isEmpty();
    }
  }

  @Test
  void twoMessagesOfACallAreToldByTheirBytes() {
    MessageScan one = scan("SIP/2.0 200 OK\r\nCall-ID: abc\r\n\r\n");
    MessageScan other = scan("BYE sip:x SIP/2.0\r\ni:abc\r\n\r\n");

    assertThat(one.same(Part.CALL_ID, other)).isTrue();
    assertThat(one.same(Part.CALL_ID, "abc".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(one.hash(Part.CALL_ID)).isEqualTo(other.hash(Part.CALL_ID));
    assertThat(one.same(Part.CSEQ_METHOD, other)).isTrue();
    assertThat(one.has(Part.FROM_TAG)).isFalse();
  }
}
