package dev.opensipsmcp.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.MessageScan.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that RFC 4475 describes: good ones pass, and of bad ones the fault is told. */
final class TortureTest {
  static List<Torture> all() {
    return Torture.all();
  }

  private static SipMessage message(String name) {
    return all().stream()
        .filter(torture -> torture.name().equals(name))
        .map(torture -> SipParser.parse(torture.bytes()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allSectionsThatDescribeAMessageAreThere() {
    assertThat(all()).hasSize(49);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFaultIsToldAndNoOther(Torture torture) {
    SipMessage message = SipParser.parse(torture.bytes());

    assertThat(message.defects())
        .extracting(defect -> defect.kind() + "@" + defect.where())
        .as(message.defects().toString())
        .containsExactlyInAnyOrderElementsOf(torture.defects());
    assertThat(message.bytes()).isEqualTo(torture.bytes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theScanSaysWhatTheParserSays(Torture torture) {
    ScanAgreement.check(torture.bytes());
  }

  @Test
  void crookedButGoodValuesAreRead() {
    SipMessage message = message("crooked-invite");

    assertThat(message.vias()).hasSize(3);
    assertThat(message.vias().getLast().host()).isEqualTo("192.0.2.9");
    assertThat(message.vias().getLast().port()).isEqualTo(5070);
    assertThat(message.vias().getLast().branch()).contains("z9hG4bK77");
    assertThat(message.from().orElseThrow().tag()).contains("9f8e7d");
    assertThat(message.from().orElseThrow().name()).contains("W. \\\"");
    assertThat(message.cseq()).contains(new CSeq(8, "INVITE"));
    assertThat(message.header("SomeNewHeader")).contains("some value that goes on here");
    assertThat(message.contacts().getFirst().parameters()).containsEntry("q", "0.5");
    assertThat(Bodies.sdp(message).orElseThrow()).startsWith("v=0");
  }

  @Test
  void escapesAreReadAsWhatTheyMean() {
    SipMessage message = message("escapes");

    assertThat(message.to().orElseThrow().uri().user()).contains("user");
    assertThat(message.from().orElseThrow().uri().user()).contains("I have blanks");
    assertThat(message.start())
        .isEqualTo(
            new StartLine.Request("INVITE", "sip:sips%3Auser%40home.example@office.example"));
    assertThat(
            MessageScan.of(message.bytes(), 0, message.bytes().length)
                .map(scan -> scan.text(Part.REQUEST_USER)))
        .contains("sips:user@home.example");
  }

  @Test
  void aPasswordIsNeverKept() {
    SipMessage message = message("all-characters");
    StartLine.Request request = (StartLine.Request) message.start();

    SipUri uri = SipUris.parse(request.uri()).orElseThrow();
    assertThat(uri.user()).contains("1_odd.User~(may-it!work)&has+it$/all?,/;;*");
    assertThat(uri.text()).doesNotContain("word_").contains(":***@office.example");
  }

  @Test
  void partsKeepTheirBytes() {
    BodyPart body = Bodies.of(message("parts-with-raw-bytes")).orElseThrow();

    assertThat(body.leaves())
        .extracting(BodyPart::type)
        .containsExactly("text/plain", "application/octet-stream");
    assertThat(body.parts().getLast().content()).containsExactly(0x30, 0x82, 0, 0xff, 0x80);
  }

  @Test
  void brokenOnesKeepWhatCanBeRead() {
    assertThat(message("code-of-ten-digits").start()).isInstanceOf(StartLine.Broken.class);
    assertThat(message("code-of-ten-digits").callId()).contains("code.1");
    assertThat(message("name-needs-quotes").from().flatMap(NameAddr::tag)).contains("43");
    assertThat(message("version-seven").method()).isEqualTo("OPTIONS");
    assertThat(message("headers-left-out").from()).isEqualTo(Optional.empty());
  }
}
