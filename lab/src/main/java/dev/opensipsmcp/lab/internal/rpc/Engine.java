package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.Received;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Takes requests from every transport and runs one command at a time, in order of arrival. */
public final class Engine {
  private final MiCatalogue facts;
  private final Names names;
  private final FaultBoard faults;
  private final Journal journal;
  private final Clock clock;
  private final ReentrantLock process = new ReentrantLock(true);

  /**
   * An engine.
   *
   * @param facts the version's commands and their recipes
   * @param names the commands that the node answers
   * @param faults the misbehaviour that is switched on
   * @param journal takes what is received
   * @param clock the node's time
   */
  public Engine(MiCatalogue facts, Names names, FaultBoard faults, Journal journal, Clock clock) {
    this.facts = facts;
    this.names = names;
    this.faults = faults;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Takes one request.
   *
   * @param text what arrived
   * @param transport how
   * @return what to send
   */
  public Reply take(String text, Received.Transport transport) {
    return switch (Incoming.read(text)) {
      case Incoming.NotJson _ -> new Reply.NotJson();
      case Incoming.Batch _ -> new Reply.Batch();
      case Incoming.BadId _ -> new Reply.Bodiless(500);
      case Incoming.NotCall other -> new Reply.Answer(Envelope.invalidRequest(other.id()));
      case Incoming.Call call -> {
        process.lock();
        try {
          yield call(call, transport);
        } finally {
          process.unlock();
        }
      }
    };
  }

  /**
   * {@return what is read while no command runs}
   *
   * @param read looks at the node's state
   * @param <T> what it finds
   */
  public <T> T between(Supplier<T> read) {
    process.lock();
    try {
      return read.get();
    } finally {
      process.unlock();
    }
  }

  private Reply call(Incoming.Call call, Received.Transport transport) {
    Names.Found found = names.find(call.method());
    String canonical = found instanceof Names.Found.One one ? names.canonical(one.command()) : "";
    Optional<Fault> fault = faults.take(canonical);
    boolean runs = fault.isEmpty() || runs(fault.get());
    Prepared prepared = prepare(found, call.params());
    journal.add(
        new Received(
            clock.instant(),
            transport,
            call.method(),
            call.params().json(),
            runs && prepared instanceof Prepared.Ready));
    Outcome outcome =
        switch (prepared) {
          case Prepared.Ready ready when runs -> ready.command().run().apply(ready.arguments());
          case Prepared.Ready _ -> Outcome.serverError();
          case Prepared.Wrong wrong -> wrong.refusal();
        };
    return fault.map(how -> broken(how, call, outcome)).orElseGet(() -> answer(call, outcome));
  }

  private sealed interface Prepared {
    record Ready(Command command, Arguments arguments) implements Prepared {}

    record Wrong(Outcome refusal) implements Prepared {}
  }

  private Prepared prepare(Names.Found found, Params params) {
    return switch (found) {
      case Names.Found.None _ -> new Prepared.Wrong(Outcome.methodNotFound());
      case Names.Found.Several several ->
          new Prepared.Wrong(
              new Outcome.Refusal(
                  -32001,
                  "Method ambiguous",
                  Optional.of("supported names: " + String.join(", ", several.candidates()))));
      case Names.Found.One one ->
          switch (Recipes.match(one.command(), recipes(one.command()), params)) {
            case Recipes.Match.Fits fits -> new Prepared.Ready(one.command(), fits.arguments());
            case Recipes.Match.Refused refused -> new Prepared.Wrong(refused.refusal());
          };
    };
  }

  private MiCommand recipes(Command command) {
    String name = names.canonical(command);
    return facts
        .command(name)
        .orElseThrow(() -> new IllegalStateException("this version has no MI command " + name));
  }

  private static Reply answer(Incoming.Call call, Outcome outcome) {
    return call.id().isPresent()
        ? new Reply.Answer(Envelope.of(outcome, call.id().get()))
        : new Reply.Bodiless(202);
  }

  private static boolean runs(Fault fault) {
    return switch (fault) {
      case Fault.Slow _ -> true;
      case Fault.Silence silence -> silence.runs();
      case Fault.Close close -> close.runs();
      case Fault.Reset _ -> true;
      case Fault.Truncated _ -> true;
      case Fault.Html _ -> false;
      case Fault.Refused _ -> false;
      case Fault.Instead _ -> false;
      case Fault.WrongId _ -> true;
      case Fault.Stalled stalled -> stalled.runs();
    };
  }

  private static Reply broken(Fault fault, Incoming.Call call, Outcome outcome) {
    JsonElement id = call.id().orElse(JsonNull.INSTANCE);
    return switch (fault) {
      case Fault.Slow slow -> {
        sleep(slow.delay());
        yield answer(call, outcome);
      }
      case Fault.Silence _ -> new Reply.Silence();
      case Fault.Close _ -> new Reply.Hangup();
      case Fault.Reset reset -> new Reply.Broken(Envelope.of(outcome, id), reset.bytes());
      case Fault.Truncated truncated ->
          new Reply.Answer(new Cut(Envelope.of(outcome, id), truncated.bytes()));
      case Fault.Html html -> new Reply.Html(html.status());
      case Fault.Refused refused -> answer(call, Outcome.refuse(refused.code(), refused.message()));
      case Fault.Instead(JsonElement result) -> answer(call, Outcome.value(result));
      case Fault.WrongId _ ->
          new Reply.Answer(Envelope.of(outcome, new JsonPrimitive("wrong-" + id)));
      case Fault.Stalled stalled -> new Reply.Bodiless(stalled.status());
    };
  }

  private static void sleep(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
