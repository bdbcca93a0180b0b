package dev.opensipsmcp.mcp.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsedNoncesTest {
  private final UsedNonces used = new UsedNonces(2);

  @Test
  void aNonceIsUsedOnce() {
    assertThat(used.use("a", 100, 0)).isTrue();
    assertThat(used.use("a", 100, 100)).isFalse();
  }

  @Test
  void whenItIsFullItRefusesRatherThanForget() {
    used.use("a", 100, 0);
    used.use("b", 50, 0);
    assertThat(used.use("c", 100, 10)).isFalse();
    assertThat(used.use("a", 100, 10)).isFalse();
  }

  @Test
  void roomComesBackAsNoncesExpire() {
    used.use("a", 100, 0);
    used.use("b", 50, 0);
    assertThat(used.use("c", 100, 51)).isTrue();
    assertThat(used.use("a", 100, 51)).isFalse();
  }
}
