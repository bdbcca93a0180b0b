package dev.opensipsmcp.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DigestFactsTest {
  private static DigestFacts facts(String name, String value) {
    return DigestFacts.of(new Header(name, value)).orElseThrow();
  }

  @Test
  void anAnswerKeepsNoSecret() {
    DigestFacts facts =
        facts(
            "proxy-authorization",
            "Digest username=\"a, b\",realm=\"r\", nonce=\"n\", uri=\"sip:x\",response=\"secret1\","
                + " cnonce=\"secret2\", qop=auth, algorithm=SHA-256");

    assertThat(facts.header()).isEqualTo("Proxy-Authorization");
    assertThat(facts.username()).isEqualTo("a, b");
    assertThat(facts.algorithm()).isEqualTo("SHA-256");
    assertThat(facts.qop()).isEqualTo("auth");
    assertThat(facts.answered()).isTrue();
    assertThat(facts.toString()).doesNotContain("secret");
  }

  @Test
  void aChallengeTellsTheTimeOfItsNonceWhereItCanBeRead() {
    assertThat(
            facts("WWW-Authenticate", "Digest realm=\"r\", nonce=\"1764300000/abcdef\"")
                .nonceTime())
        .contains(Instant.ofEpochSecond(1_764_300_000));
    assertThat(
            facts(
                "WWW-Authenticate", "Digest nonce=\"692911e0" + "ab".repeat(12) + "\", stale=TRUE"))
        .returns(true, DigestFacts::stale)
        .returns(true, facts -> facts.nonceTime().isPresent());
    assertThat(facts("WWW-Authenticate", "Digest nonce=\"Zm9v\"").nonceTime()).isEmpty();
  }

  @Test
  void textForShowingNamesThePeopleAndHidesTheRest() {
    assertThat(
            SafeText.value(
                new Header(
                    "Authorization", "Digest username=\"ann\", realm=\"r\", response=\"secret\"")))
        .contains("ann")
        .doesNotContain("secret");
    assertThat(SafeText.value(new Header("Authorization", "Bearer secret")))
        .isEqualTo("Bearer ***");
    assertThat(SafeText.withoutPasswords("<sip:a:b:c@h>, SIPS:x:y@h;p=sip:q@r sip:host:5060"))
        .isEqualTo("<sip:a:***@h>, SIPS:x:***@h;p=sip:q@r sip:host:5060");
  }
}
