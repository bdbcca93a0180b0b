package dev.opensipsmcp.sip.relay;

import dev.opensipsmcp.sip.internal.relay.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A client of RTPEngine's ng protocol. Safe for many threads; each call is one exchange. */
public final class RtpEngine {
  private final Exchange exchange;

  /**
   * Prepares a client; nothing is sent yet.
   *
   * @param address where the relay is: UDP or TCP
   * @param timeout how long an answer may take
   */
  public RtpEngine(RelayAddress address, Duration timeout) {
    this.exchange = new Exchange(address, timeout);
  }

  /** {@return nothing but that it answers} */
  public RelayAnswer<Bencode.Dictionary> ping() {
    return command("ping", Map.of());
  }

  /**
   * {@return the Call-IDs of the calls that it relays}
   *
   * @param limit how many at most, 1 or more
   */
  public RelayAnswer<List<String>> list(int limit) {
    return switch (command("list", Map.of("limit", new Bencode.Whole(limit)))) {
      case RelayAnswer.Failure<Bencode.Dictionary>(RelayError error) ->
          new RelayAnswer.Failure<>(error);
      case RelayAnswer.Value<Bencode.Dictionary>(Bencode.Dictionary answer) -> {
        List<String> ids = new ArrayList<>();
        for (Bencode id : answer.items("calls")) {
          if (id instanceof Bencode.Text(String text)) {
            ids.add(text);
          }
        }
        yield new RelayAnswer.Value<>(ids);
      }
    };
  }

  /** {@return what it knows of a call: tags, medias, streams, counters} */
  public RelayAnswer<Bencode.Dictionary> query(String callId) {
    return command("query", Map.of("call-id", new Bencode.Text(callId)));
  }

  /** {@return its statistics: current, total, control and interfaces} */
  public RelayAnswer<Bencode.Dictionary> statistics() {
    return command("statistics", Map.of());
  }

  /** Ends the relaying of a call at once, and answers with the call's counters. */
  public RelayAnswer<Bencode.Dictionary> delete(String callId) {
    return command(
        "delete",
        Map.of(
            "call-id",
            new Bencode.Text(callId),
            // Without it the relay goes on for half a minute.
            "delete-delay",
            new Bencode.Whole(0)));
  }

  /**
   * {@return the answer to any command}
   *
   * @param name the command
   * @param values what goes with it
   */
  public RelayAnswer<Bencode.Dictionary> command(String name, Map<String, Bencode> values) {
    Map<String, Bencode> request = new LinkedHashMap<>(values);
    request.put("command", new Bencode.Text(name));
    return switch (exchange.ask(
        Bencode.encode(new Bencode.Dictionary(request)), RtpEngine::isWhole)) {
      case RelayAnswer.Failure<byte[]>(RelayError error) -> new RelayAnswer.Failure<>(error);
      case RelayAnswer.Value<byte[]>(byte[] bytes) -> read(bytes);
    };
  }

  private static boolean isWhole(byte[] bytes) {
    try {
      Bencode.decode(bytes);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static RelayAnswer<Bencode.Dictionary> read(byte[] bytes) {
    try {
      if (Bencode.decode(bytes) instanceof Bencode.Dictionary answer) {
        String reason = answer.text("error-reason");
        return answer.text("result").equals("error")
            ? new RelayAnswer.Failure<>(refused(reason))
            : new RelayAnswer.Value<>(answer);
      }
    } catch (IllegalArgumentException e) {
      // The failure below says it.
    }
    return new RelayAnswer.Failure<>(
        new RelayError(
            RelayError.Kind.WRONG_ANSWER,
            "What answered there is no RTPEngine.",
            "Check the port: ng has one of its own, beside that of the CLI and of HTTP."));
  }

  private static RelayError refused(String reason) {
    boolean unknown = reason.toLowerCase(Locale.ROOT).contains("unknown call-id");
    return unknown
        ? new RelayError(
            RelayError.Kind.NOT_FOUND,
            "The relay knows no such call.",
            "It may have ended, or another relay carries it.")
        : new RelayError(
            RelayError.Kind.REFUSED,
            "The relay refused: " + reason + ".",
            "Correct the request, or look into the relay's log.");
  }
}
