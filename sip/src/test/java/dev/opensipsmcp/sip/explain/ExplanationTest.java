package dev.opensipsmcp.sip.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.SafeText;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.message.Torture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
  @Test
  void everyHardMessageIsTold() {
    for (Torture torture : Torture.all()) {
      Explanation told = MessageExplanation.of(SipParser.parse(torture.bytes()));
      assertThat(told.what()).as(torture.name()).isNotBlank().doesNotContain("\n");
      assertThat(told.next()).isNotEmpty();
      assertThat(SafeText.of(SipParser.parse(torture.bytes()))).doesNotContain("pa$s~word");
    }
  }

  @Test
  void aChallengeSaysWhatMustComeNext() {
    Explanation told =
        MessageExplanation.of(
            SipParser.parse(
                """
                SIP/2.0 401 Unauthorized
                CSeq: 1 REGISTER
                WWW-Authenticate: Digest realm="home", nonce="x", stale=true

                """
                    .getBytes(StandardCharsets.UTF_8)));

    assertThat(told.what()).contains("401", "REGISTER");
    assertThat(told.next()).anyMatch(it -> it.contains("higher CSeq"));
    assertThat(told.points()).anyMatch(it -> it.contains("nonce was too old"));
  }

  @Test
  void codesAndCausesAreKnown() {
    assertThat(ResponseCodes.all()).hasSize(75);
    assertThat(ResponseCodes.of(608)).isPresent();
    assertThat(ResponseCodes.of(499)).isEmpty();
    assertThat(Causes.q850(16)).isPresent();
    assertThat(Causes.warning(370)).isPresent();
    assertThat(Causes.warning(1)).isEmpty();
  }
}
