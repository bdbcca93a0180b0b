package dev.opensipsmcp.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.MessageScan.Part;
import java.util.Optional;

/** The scan and the parser read the same values where those are good. */
final class ScanAgreement {
  private ScanAgreement() {}

  private static boolean good(SipMessage message, String header) {
    return message.defects().size() < 50
        && message.headers(header).size() == 1
        && message.defects().stream().noneMatch(defect -> defect.where().equals(header));
  }

  static void check(byte[] bytes) {
    SipMessage message = SipParser.parse(bytes);
    Optional<MessageScan> found = MessageScan.of(bytes, 0, bytes.length);
    assertThat(found.isPresent()).isEqualTo(!(message.start() instanceof StartLine.Broken));
    if (found.isEmpty()) {
      return;
    }
    MessageScan scan = found.get();
    assertThat(scan.method()).isEqualTo(message.method());
    assertThat(scan.code())
        .isEqualTo(message.start() instanceof StartLine.Status status ? status.code() : 0);
    message
        .callId()
        .filter(_ -> good(message, "Call-ID"))
        .ifPresent(id -> assertThat(scan.text(Part.CALL_ID)).isEqualTo(id));
    message
        .cseq()
        .ifPresent(cseq -> {
          if (cseq.number() <= 9_999_999_999L) {
            assertThat(scan.cseq()).isEqualTo(cseq.number());
          }
        });
    message
        .from()
        .filter(_ -> good(message, "From"))
        .ifPresent(from -> {
          assertThat(scan.text(Part.FROM_USER)).isEqualTo(from.uri().user().orElse(""));
          assertThat(scan.text(Part.FROM_HOST)).isEqualTo(from.uri().host());
          assertThat(scan.text(Part.FROM_TAG)).isEqualTo(from.tag().orElse(""));
        });
    message
        .to()
        .filter(_ -> good(message, "To"))
        .ifPresent(to -> {
          assertThat(scan.text(Part.TO_USER)).isEqualTo(to.uri().user().orElse(""));
          assertThat(scan.text(Part.TO_HOST)).isEqualTo(to.uri().host());
          assertThat(scan.text(Part.TO_TAG)).isEqualTo(to.tag().orElse(""));
        });
    if (scan.bodyAt() >= 0) {
      assertThat(scan.bodyAt()).isEqualTo(message.bodyAt());
    }
  }
}
