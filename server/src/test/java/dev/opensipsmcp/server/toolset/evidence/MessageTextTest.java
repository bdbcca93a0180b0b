package dev.opensipsmcp.server.toolset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people see of messages, and how they write times. */
class MessageTextTest {
  private static String shown(String message) {
    return MessageText.of(message.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void secretsStayBehindAndTheRestIsAsItCame() {
    String message =
        """
        INVITE sip:bob:planted1@example.net SIP/2.0\r
        Proxy-Authorization: Digest username="alice", realm="r",\r
         nonce="n", response="planted2",\r
         cnonce="planted3", uri="sip:x"\r
        Authorization: Bearer planted4\r
        Subject: response = fine\r
        Contact: <sip:alice@10.0.0.1:5060>\r
        \r
        v=0\r
        k=clear:planted5\r
        a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:planted6|2^20\r
        a=key-mgmt:mikey planted7\r
        a=sendrecv\r
        """;

    String shown = shown(message);

    assertThat(shown)
        .doesNotContain("planted")
        .contains("username=\"alice\"", "nonce=\"n\"", "uri=\"sip:x\"")
        .contains("Subject: response = fine\r\n")
        .contains("Contact: <sip:alice@10.0.0.1:5060>\r\n")
        .contains("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:[redacted]\r\n")
        .endsWith("a=sendrecv\r\n");
  }

  @Test
  void aMessageOfManyFoldsIsNoTrap() {
    String message = "Authorization: Digest a=b\n" + " response=\"planted\",\n".repeat(3_000);

    assertThat(shown(message)).doesNotContain("planted");
  }

  @Test
  void timesAreIsoOrMilliseconds() {
    Instant eight = Instant.parse("2026-11-20T08:00:00Z");

    assertThat(Moments.parse("2026-11-20T08:00:00Z")).contains(eight);
    assertThat(Moments.parse("2026-11-20T08:00:00")).contains(eight);
    assertThat(Moments.parse("2026-11-20T09:00+01:00")).contains(eight);
    assertThat(Moments.parse(" " + eight.toEpochMilli())).contains(eight);
    assertThat(Moments.parse("2026-11-20")).contains(Instant.parse("2026-11-20T00:00:00Z"));
    assertThat(Moments.parse("yesterday")).isEmpty();
    assertThat(Moments.window(Optional.of("2026-11-20"), Optional.of("2026-11-19"))).isEmpty();
  }
}
