package dev.opensipsmcp.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.Authenticator.Verdict;
import dev.opensipsmcp.server.config.Settings.TokenEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BearerTest {
  private final Bearer bearer =
      new Bearer(
          List.of(
              new TokenEntry("ann", "ann-secret", "operator"),
              new TokenEntry("bob", "bob-secret", "viewer")),
          "viewer");

  @Test
  void each_token_brings_its_owner_and_role() {
    assertThat(bearer.authenticate(Optional.of("ann-secret")))
        .isEqualTo(new Verdict.Accepted("ann", Map.of("role", "operator")));
    assertThat(bearer.authenticate(Optional.of("bob-secret")))
        .isEqualTo(new Verdict.Accepted("bob", Map.of("role", "viewer")));
  }

  @Test
  void an_unknown_or_missing_token_is_refused_without_repeating_it() {
    assertThat(bearer.authenticate(Optional.of("guessed")))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> assertThat(refused.reason()).doesNotContain("guessed"));
    assertThat(bearer.authenticate(Optional.empty())).isInstanceOf(Verdict.Refused.class);
    assertThat(bearer.authenticate(Optional.of(""))).isInstanceOf(Verdict.Refused.class);
    assertThat(bearer.authenticate(Optional.of("ann-secre"))).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void without_tokens_everybody_has_the_configured_role() {
    assertThat(new Bearer(List.of(), "viewer").authenticate(Optional.empty()))
        .isEqualTo(new Verdict.Accepted("anonymous", Map.of("role", "viewer")));
  }
}
