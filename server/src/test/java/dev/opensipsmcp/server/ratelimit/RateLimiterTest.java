package dev.opensipsmcp.server.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong now = new AtomicLong();
  private final RateLimiter limiter = new RateLimiter(new Rate(2, 3), now::get);

  @Test
  void a_burst_passes_and_the_next_call_is_told_how_long_to_wait() {
    for (int i = 0; i < 3; i++) {
      assertThat(limiter.take("alice")).isZero();
    }
    assertThat(limiter.take("alice")).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void who_waits_as_told_may_go_on() {
    for (int i = 0; i < 3; i++) {
      limiter.take("alice");
    }
    now.addAndGet(limiter.take("alice").toNanos());
    assertThat(limiter.take("alice")).isZero();
    assertThat(limiter.take("alice")).isPositive();
  }

  @Test
  void one_caller_does_not_use_up_what_another_has() {
    for (int i = 0; i < 10; i++) {
      limiter.take("alice");
    }
    assertThat(limiter.take("bob")).isZero();
  }
}
