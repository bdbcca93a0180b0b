package dev.opensipsmcp.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.lint.Finding;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Hold;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Keys;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Outcome;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SdpTest {
  private static final String TOP = "v=0\r\no=- 7 3 IN IP4 198.51.100.1\r\ns=-\r\nt=0 0\r\n";
  private static final String BROWSER =
      TOP
          + "a=group:BUNDLE 0 1\r\na=fingerprint:sha-256 AB:CD\r\na=setup:actpass\r\n"
          + "m=audio 50000 UDP/TLS/RTP/SAVPF 111 0 126\r\nc=IN IP4 198.51.100.9\r\n"
          + "b=AS:64\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 useinbandfec=1\r\n"
          + "a=rtpmap:126 telephone-event/8000\r\na=mid:0\r\na=rtcp-mux\r\na=rtcp:9 IN IP4 0.0.0.0\r\n"
          + "a=ice-ufrag:x\r\na=ice-pwd:secretofice\r\na=recvonly\r\na=ptime:20\r\n"
          + "a=candidate:1 1 udp 2122260223 192.168.1.4 50000 typ host generation 0\r\n"
          + "m=video 0 RTP/AVP 96\r\n";
  private static final String CRYPTO =
      """
      m=audio 4000 RTP/SAVP 8
      c=IN IP4 198.51.100.1
      a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:VerySecretKeyOfMedia0123456789abcdefghij
      """
          .replace("\n", "\r\n");

  private static String audio(String formats, String rest) {
    return TOP + "c=IN IP4 203.0.113.5\r\nm=audio 4000 RTP/AVP " + formats + "\r\n" + rest;
  }

  private static Agreement compare(String offer, String answer) {
    return OfferAnswer.compare(SdpParser.parse(offer), SdpParser.parse(answer));
  }

  private static List<String> rules(Agreement agreement) {
    return agreement.findings().stream().map(Finding::rule).toList();
  }

  @Test
  void aBrowsersOfferIsReadWhole() {
    Session session = SdpParser.parse(BROWSER);
    Media audio = session.medias().getFirst();

    assertThat(session.defects()).isEmpty();
    assertThat(session.version()).isEqualTo(3);
    assertThat(session.bundles()).containsExactly(List.of("0", "1"));
    assertThat(audio.codecs())
        .extracting(Codec::words)
        .containsExactly("opus/48000/2", "PCMU/8000", "telephone-event/8000");
    assertThat(audio.codecs().getFirst().parameters()).isEqualTo("useinbandfec=1");
    assertThat(audio.address()).isEqualTo("198.51.100.9");
    assertThat(audio.direction()).isEqualTo(Direction.RECVONLY);
    assertThat(audio.rtcpMux()).isTrue();
    assertThat(audio.rtcp()).hasValue(9);
    assertThat(audio.ptime()).hasValue(20);
    assertThat(audio.ice()).isTrue();
    assertThat(audio.bandwidth()).containsEntry("AS", 64L);
    assertThat(audio.candidates())
        .containsExactly(new Candidate(1, "udp", 2_122_260_223L, "192.168.1.4", 50_000, "host"));
    assertThat(audio.encryption().fingerprint()).contains("sha-256 AB:CD");
    assertThat(session.medias().getLast().refused()).isTrue();
  }

  @Test
  void keysStayBehind() {
    Session session = SdpParser.parse(TOP + CRYPTO);

    assertThat(session.medias().getFirst().encryption().suites())
        .containsExactly("1 AES_CM_128_HMAC_SHA1_80");
    assertThat(session.toString()).doesNotContain("VerySecret");
    assertThat(SdpParser.withoutKeys(TOP + CRYPTO))
        .doesNotContain("VerySecret")
        .contains("AES_CM_128_HMAC_SHA1_80 inline:***\r\n");
    assertThat(SdpParser.withoutKeys(BROWSER)).doesNotContain("secretofice");
    assertThat(SdpParser.withoutKeys("k=base64:c2VjcmV0")).isEqualTo("k=base64:***");
    assertThat(SdpParser.withoutKeys(BROWSER.replace("a=ice-pwd:secretofice\r\n", "")))
        .isEqualTo(BROWSER.replace("a=ice-pwd:secretofice\r\n", ""));
  }

  @Test
  void theAnswersOrderDecidesWhichCodecIsUsed() {
    Agreement agreement =
        compare(
            audio("0 8 101", "a=rtpmap:101 telephone-event/8000\r\n"),
            audio("8 101", "a=rtpmap:101 telephone-event/8000\r\n"));
    AgreedMedia media = agreement.medias().getFirst();

    assertThat(media.outcome()).isEqualTo(Outcome.AGREED);
    assertThat(media.codecs().getFirst()).isEqualTo(new AgreedCodec("PCMA/8000", 8, 8));
    assertThat(media.offererSends()).isTrue();
    assertThat(media.answererSends()).isTrue();
    assertThat(agreement.findings()).isEmpty();
  }

  @Test
  void holdIsToldWithItsSide() {
    AgreedMedia media =
        compare(audio("8", "a=sendonly\r\n"), audio("8", "a=recvonly\r\n")).medias().getFirst();
    assertThat(media.hold()).isEqualTo(Hold.BY_OFFERER);
    assertThat(media.offererSends()).isTrue();
    assertThat(media.answererSends()).isFalse();

    Agreement old = compare(audio("8", "").replace("203.0.113.5", "0.0.0.0"), audio("8", ""));
    assertThat(old.medias().getFirst().hold()).isEqualTo(Hold.BY_OFFERER);
    assertThat(rules(old)).containsExactly("SDP11");
    assertThat(compare(audio("8", ""), audio("8", "a=sendonly\r\n")).medias().getFirst().hold())
        .isEqualTo(Hold.BY_ANSWERER);
  }

  @Test
  void everyRuleSpeaksUp() {
    assertThat(rules(compare(BROWSER, audio("0", ""))))
        .contains("SDP01", "SDP09", "SDP10", "SDP12");
    assertThat(rules(compare(audio("0", ""), audio("0", "").replace("m=audio", "m=video"))))
        .contains("SDP02");
    assertThat(rules(compare(audio("0", ""), audio("0", "").replace("4000", "0"))))
        .containsExactly("SDP03");
    assertThat(rules(compare(audio("0", ""), audio("8", "")))).containsExactly("SDP06", "SDP04");
    assertThat(
            rules(
                compare(
                    audio("96", "a=rtpmap:96 AMR/8000\r\n"),
                    audio("97", "a=rtpmap:97 amr/8000\r\n"))))
        .containsExactly("SDP05");
    assertThat(rules(compare(audio("0", ""), TOP + "a=group:BUNDLE 9\r\n" + audio("0", ""))))
        .contains("SDP07");
    assertThat(rules(compare(audio("0", "").replace("203.0.113.5", "10.0.0.1"), audio("0", ""))))
        .containsExactly("SDP08");
    assertThat(rules(compare(audio("0", "a=sendonly\r\n"), audio("0", "a=sendonly\r\n"))))
        .contains("SDP10");
    assertThat(rules(compare(TOP + CRYPTO, TOP + CRYPTO.replace("crypto:1", "crypto:2"))))
        .containsExactly("SDP12");
    assertThat(
            rules(compare(audio("0 101", "a=rtpmap:101 telephone-event/8000\r\n"), audio("0", ""))))
        .containsExactly("SDP13");
    assertThat(rules(compare(audio("0", ""), audio("0", "a=rtcp-mux\r\n"))))
        .containsExactly("SDP14");
    assertThat(rules(compare(audio("0", "a=ice-ufrag:x\r\n"), audio("0", ""))))
        .containsExactly("SDP15");
    assertThat(
            rules(
                compare(
                    audio("0", ""), audio("0", "").replace("IP4 203.0.113.5", "IP6 2001:db8::1"))))
        .containsExactly("SDP16");
  }

  @Test
  void encryptionThatBothDoIsNamed() {
    assertThat(compare(TOP + CRYPTO, TOP + CRYPTO).medias().getFirst().encryption())
        .isEqualTo(Keys.SDES);
    Agreement dtls =
        compare(BROWSER, BROWSER.replace("actpass", "active").replace("recvonly", "sendonly"));
    assertThat(dtls.medias().getFirst().encryption()).isEqualTo(Keys.DTLS);
    assertThat(dtls.medias().getLast().outcome()).isEqualTo(Outcome.NOT_OFFERED);
    assertThat(rules(dtls)).isEmpty();
  }

  @Test
  void whatBreaksTheGrammarIsTold() {
    assertThat(SdpParser.parse("v=1\r\nx\r\nm=audio 99999 RTP/AVP 96 300\r\nc=IN\r\nb=x").defects())
        .hasSizeGreaterThanOrEqualTo(7);
    assertThat(SdpParser.parse("").defects()).hasSize(4);
  }

  @Property(tries = 1000)
  void anyTextIsRead(@ForAll long seed, @ForAll String odd) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(odd);
    String[] lines = (BROWSER + CRYPTO).split("(?<=\n)| ", -1);
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(lines[random.nextInt(lines.length)]);
    }
    Session session = SdpParser.parse(text.toString());
    OfferAnswer.compare(session, SdpParser.parse(BROWSER));
    OfferAnswer.compare(SdpParser.parse(BROWSER), session);
    assertThat(SdpParser.withoutKeys(text.toString()))
        .hasSizeLessThanOrEqualTo(text.length() + 300);
  }
}
