package dev.opensipsmcp.mi.internal.client;

import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.Channel;
import dev.opensipsmcp.mi.internal.wire.Envelope;
import dev.opensipsmcp.mi.internal.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends calls, each in its turn, and again where that is safe; none while the node is left alone.
 */
final class Exchange {
  private final Channel channel;
  private final Turns turns;
  private final CircuitBreaker breaker;

  Exchange(Channel channel, Turns turns, CircuitBreaker breaker) {
    this.channel = channel;
    this.turns = turns;
    this.breaker = breaker;
  }

  <T> MiResult<T> run(Call call, MiReader<T> reader) {
    Optional<MiError> resting = breaker.enter();
    if (resting.isPresent()) {
      return new MiResult.Failure<>(resting.get());
    }
    Attempt<?> last = Attempt.notMade(new MiError.Busy("", ""));
    Optional<MiError> refused = turns.take();
    try {
      Attempt<T> made = refused.isPresent() ? Attempt.notMade(refused.get()) : inTurn(call, reader);
      last = made;
      return made.result();
    } finally {
      // Also when a reader threw: a call that was let through to try the node gives that back. And
      // before the next call's turn, which must know whether the node is still to be asked.
      breaker.ended(last);
      if (refused.isEmpty()) {
        turns.give();
      }
    }
  }

  /** The turn is kept from attempt to attempt: whoever came next would fail as this call did. */
  private <T> Attempt<T> inTurn(Call call, MiReader<T> reader) {
    Optional<MiError> resting = breaker.stillOpen();
    if (resting.isPresent()) {
      return Attempt.notMade(resting.get());
    }
    Attempt<T> first = ask(call, new Watched<>(reader));
    return first.again() ? Retries.after(first, () -> ask(call, new Watched<>(reader))) : first;
  }

  private <T> Attempt<T> ask(Call call, Watched<T> reader) {
    long start = System.nanoTime();
    try (Answer answer = channel.ask(call.bytes(), call.id(), call.silence())) {
      return switch (Envelope.reply(answer.body(), call.id(), reader)) {
        case Reply.Result<T> result -> Attempt.answered(new MiResult.Success<>(result.value()));
        case Reply.Fault<T> error ->
            Attempt.answered(new MiResult.Failure<>(AnsweredErrors.of(call, error)));
      };
    } catch (IOException | IllegalStateException | NumberFormatException failed) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      return Faults.of(call, failed, waited, reader.started);
    }
  }

  /** Knows whether a caller's reader has seen anything: then it can't be asked to start over. */
  private static final class Watched<T> implements MiReader<T> {
    private final MiReader<T> reader;
    private boolean started;

    Watched(MiReader<T> reader) {
      this.reader = reader;
    }

    @Override
    public T read(JsonReader json) throws IOException {
      started = true;
      return reader.read(json);
    }
  }
}
