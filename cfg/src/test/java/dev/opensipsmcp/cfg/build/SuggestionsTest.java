package dev.opensipsmcp.cfg.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.internal.build.Guess;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I need a SIP trunk with failover for 200 calls          | sip-trunking
          phones of our users shall register from home            | residential-registrar
          spread calls over a farm of FreeSWITCH servers          | load-balancer
          class 4 wholesale routing by prefix, least cost first   | class4-routing
          an SBC with rtpengine at the border                     | sbc-rtpengine
          WebRTC gateway for browsers                             | webrtc-gateway
          a call center with agents and queues                    | call-center
          record all calls for compliance (SIPREC)                | siprec-recording
          sign our calls with STIR/SHAKEN                         | stir-shaken-signing
          verify the identity of incoming calls, STIR/SHAKEN      | stir-shaken-verifying
          a P-CSCF for VoLTE                                      | ims-pcscf
          high availability pair of two nodes with a VIP          | clustered-pair
          protect our gateway from toll fraud and floods          | fraud-protection
          MSRP chat relay                                         | msrp-relay
          SMS over SMPP                                           | smpp-gateway
          hosted PBX for many tenants, a domain for each customer | hosted-domains
          presence server with BLF                                | presence-server
          a trunk that registers at a provider with credentials   | registrant-trunk
          """)
  void theScenarioThatIsMeantComesFirst(String description, String scenario) {
    assertThat(Suggestions.of(description).getFirst().scenario().name()).isEqualTo(scenario);
  }

  @Test
  void figuresAndFeaturesAreTakenFromTheDescriptionAndTheRestIsAsked() {
    Suggestion suggestion =
        Suggestions.of(
                "SIP trunk with failover for 200 calls at 20 calls per second, TLS and CDRs, our"
                    + " domain is voip.example.net")
            .getFirst();

    assertThat(suggestion.features()).contains("WITH_TLS");
    assertThat(suggestion.parameters())
        .containsEntry("max-calls", "200")
        .containsEntry("domain", "voip.example.net");
    assertThat(suggestion.questions())
        .extracting(question -> question.parameter().name())
        .contains("listen", "database", "certificate")
        .doesNotContain("max-calls", "domain", "module-path");
    assertThat(
            CfgBuilder.build(
                suggestion.scenario(),
                Version.V3_6,
                suggestion.parameters(),
                suggestion.features()))
        .isInstanceOf(BuildResult.Built.class);
  }

  @Test
  void nothingKnownGivesNothing() {
    assertThat(Suggestions.of("")).isEmpty();
    assertThat(Suggestions.of("xyzzy 42")).isEmpty();
  }

  @Property(tries = 200)
  void whateverIsSaidTheAnswerCanBeBuilt(@ForAll String description) {
    List<Suggestion> suggestions = Guess.of(description + " trunk domain " + description);
    for (Suggestion suggestion : suggestions) {
      assertThat(suggestion.percent()).isBetween(1, 100);
      assertThat(
              CfgBuilder.build(
                  suggestion.scenario(),
                  Version.V4_0,
                  suggestion.parameters(),
                  suggestion.features()))
          .isInstanceOf(BuildResult.Built.class);
    }
  }
}
