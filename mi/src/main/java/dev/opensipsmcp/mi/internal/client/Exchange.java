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

/** Sends calls, each in its turn, and again where that is safe. */
final class Exchange {
  private final Channel channel;
  private final Turns turns;

  Exchange(Channel channel, Turns turns) {
    this.channel = channel;
    this.turns = turns;
  }

  <T> MiResult<T> run(Call call, MiReader<T> reader) {
    Attempt<T> first = attempt(call, reader);
    Attempt<T> last = first.again() ? Retries.after(first, () -> attempt(call, reader)) : first;
    return last.result();
  }

  private <T> Attempt<T> attempt(Call call, MiReader<T> reader) {
    Optional<MiError> refused = turns.take();
    if (refused.isPresent()) {
      return Attempt.failed(refused.get());
    }
    try {
      return ask(call, new Watched<>(reader));
    } finally {
      turns.give();
    }
  }

  private <T> Attempt<T> ask(Call call, Watched<T> reader) {
    long start = System.nanoTime();
    try (Answer answer = channel.ask(call.bytes(), call.id(), call.silence())) {
      return switch (Envelope.reply(answer.body(), call.id(), reader)) {
        case Reply.Result<T> result -> new Attempt<>(new MiResult.Success<>(result.value()), false);
        case Reply.Fault<T> error -> Attempt.failed(AnsweredErrors.of(call, error));
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
