package dev.opensipsmcp.mi.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth.Breaker;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens in whatever order, a breaker keeps its word. */
class CircuitBreakerProperties {
  private static final Duration REST = Duration.ofSeconds(5);

  /** A call that comes so long after the one before, and what it would tell if let through. */
  record Step(int millisLater, Sign sign) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.of(0, 1, 999, 4_999, 5_000, 7_000), Arbitraries.of(Sign.class))
            .as(Step::new);
    return step.list().ofMaxSize(60);
  }

  @Property
  void itOpensAfterSoManyFailuresInARowAndLetsOneCallThroughPerRest(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 4) int limit) {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    CircuitBreaker breaker = new CircuitBreaker("node", new MiSettings.Rest(limit, REST), now::get);
    int inARow = 0;
    long openUntil = now.get();
    for (Step step : steps) {
      now.addAndGet(Duration.ofMillis(step.millisLater()).toNanos());
      boolean expected = inARow < limit || now.get() - openUntil >= 0;

      assertThat(breaker.refusal().isEmpty()).isEqualTo(expected);
      assertThat(breaker.enter().isEmpty()).isEqualTo(expected);
      if (!expected) {
        assertThat(breaker.health().retryIn()).isPositive();
        continue;
      }
      if (inARow >= limit) {
        assertThat(breaker.health().breaker()).isEqualTo(Breaker.HALF_OPEN);
        assertThat(breaker.enter()).as("a second call while one tries the node").isPresent();
      }
      breaker.ended(attempt(step.sign()));
      switch (step.sign()) {
        case ANSWERED -> inARow = 0;
        case FAILED -> {
          inARow++;
          openUntil = now.get() + REST.toNanos();
        }
        case NONE -> {}
      }
      assertThat(breaker.health().failures()).isEqualTo(inARow);
      assertThat(breaker.health().breaker())
          .isEqualTo(inARow < limit ? Breaker.CLOSED : Breaker.OPEN);
    }
  }

  private static Attempt<String> attempt(Sign sign) {
    return new Attempt<>(
        sign == Sign.ANSWERED
            ? new MiResult.Success<>("")
            : new MiResult.Failure<>(new MiError.Unreachable("c", "n")),
        false,
        sign);
  }
}
