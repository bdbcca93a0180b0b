package dev.opensipsmcp.sip.relay;

import dev.opensipsmcp.sip.internal.relay.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client of rtpproxy's control protocol: words, of which the first is a letter. It tells counts,
 * and of a call only to whoever knows its tags; it lists no calls. The command that deletes all
 * sessions is not among these. Safe for many threads; each call is one exchange.
 */
public final class RtpProxy {
  private static final Pattern WORD = Pattern.compile("[!-~]{1,512}");
  private static final Pattern ERROR = Pattern.compile("E([0-9]{1,3})");
  private static final Pattern COUNT = Pattern.compile("([a-z][a-z ]{0,40}): ([0-9]{1,18})");
  private static final Pattern SESSION = Pattern.compile("(-?[0-9]{1,9})((?: [0-9]{1,18}){4})");

  /** Number 50 of this protocol; older releases answer 8 to the same. */
  private static final String UNKNOWN_CALL = "50";

  private static final String UNKNOWN_CALL_BEFORE = "8";

  private final RelayAddress address;
  private final Exchange exchange;

  /**
   * Prepares a client; nothing is sent yet.
   *
   * @param address where the relay is
   * @param timeout how long an answer may take
   */
  public RtpProxy(RelayAddress address, Duration timeout) {
    this.address = address;
    this.exchange = new Exchange(address, timeout);
  }

  /**
   * What rtpproxy tells of one stream of a call.
   *
   * @param ttl seconds until it is given up when no packet comes
   * @param fromCaller packets that came from the side whose tag was given
   * @param fromCallee packets that came from the other side
   * @param relayed packets sent on
   * @param dropped packets thrown away
   */
  public record Session(long ttl, long fromCaller, long fromCallee, long relayed, long dropped) {}

  /** {@return the version of the protocol, such as {@code 20040107}} */
  public RelayAnswer<String> version() {
    return switch (ask("V")) {
      case RelayAnswer.Failure<String>(RelayError error) -> new RelayAnswer.Failure<>(error);
      case RelayAnswer.Value<String>(String answer) ->
          answer.matches("[0-9]{8}") ? new RelayAnswer.Value<>(answer) : wrong();
    };
  }

  /** {@return its counts by name, such as {@code active sessions}} */
  public RelayAnswer<Map<String, Long>> statistics() {
    return switch (ask("Ib")) {
      case RelayAnswer.Failure<String>(RelayError error) -> new RelayAnswer.Failure<>(error);
      case RelayAnswer.Value<String>(String answer) -> {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String line : answer.split("\n", -1)) {
          Matcher count = COUNT.matcher(line.strip());
          if (count.matches()) {
            counts.put(count.group(1), Long.valueOf(count.group(2)));
          }
        }
        yield counts.isEmpty()
            ? wrong()
            : new RelayAnswer.Value<>(Collections.unmodifiableMap(counts));
      }
    };
  }

  /**
   * {@return what it knows of the first stream of a call}
   *
   * @param callId the Call-ID
   * @param tag the caller's tag: rtpproxy finds no call by the other one
   */
  public RelayAnswer<Session> query(String callId, String tag) {
    RelayAnswer<Session> plain = queried(callId, tag);
    boolean unknown =
        plain instanceof RelayAnswer.Failure<Session>(RelayError error)
            && error.kind() == RelayError.Kind.NOT_FOUND;
    // OpenSIPS puts the number of the media behind the tag; asked without it nothing is found.
    return unknown ? queried(callId, tag + ";1") : plain;
  }

  private RelayAnswer<Session> queried(String callId, String tag) {
    return switch (ask("Q", callId, tag)) {
      case RelayAnswer.Failure<String>(RelayError error) -> new RelayAnswer.Failure<>(error);
      case RelayAnswer.Value<String>(String answer) -> {
        Matcher session = SESSION.matcher(answer);
        if (!session.matches()) {
          yield wrong();
        }
        String[] counts = session.group(2).strip().split(" ", -1);
        yield new RelayAnswer.Value<>(
            new Session(
                Long.parseLong(session.group(1)),
                Long.parseLong(counts[0]),
                Long.parseLong(counts[1]),
                Long.parseLong(counts[2]),
                Long.parseLong(counts[3])));
      }
    };
  }

  /**
   * Ends the relaying of all streams of a call at once.
   *
   * @param callId the Call-ID
   * @param tag the caller's tag: rtpproxy finds no call by the other one
   */
  public RelayAnswer<String> delete(String callId, String tag) {
    return switch (ask("D", callId, tag)) {
      case RelayAnswer.Failure<String>(RelayError error) -> new RelayAnswer.Failure<>(error);
      case RelayAnswer.Value<String>(String answer) ->
          answer.equals("0") ? new RelayAnswer.Value<>(answer) : wrong();
    };
  }

  private RelayAnswer<String> ask(String letter, String... words) {
    StringBuilder command = new StringBuilder(letter);
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        return failed(
            RelayError.Kind.REFUSED,
            "rtpproxy can't be asked about a Call-ID or tag with blanks in it.",
            "Give them as they stand in the messages.");
      }
      command.append(' ').append(word);
    }
    byte[] bytes = command.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    RelayAnswer<byte[]> answered =
        switch (address) {
          // One datagram is one answer.
          case RelayAddress.Udp _ -> exchange.ask(bytes, _ -> true);
          case RelayAddress.Tcp _, RelayAddress.Unix _ ->
              exchange.askPlainly(bytes, answer -> isWhole(letter, answer));
        };
    return switch (answered) {
      case RelayAnswer.Failure<byte[]>(RelayError error) -> new RelayAnswer.Failure<>(error);
      case RelayAnswer.Value<byte[]>(byte[] answer) ->
          read(new String(answer, StandardCharsets.ISO_8859_1).strip());
    };
  }

  private static boolean isWhole(String letter, byte[] answer) {
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    boolean counts = letter.startsWith("I") && !text.startsWith("E");
    return text.endsWith("\n") && (!counts || text.contains("packets transmitted"));
  }

  private static RelayAnswer<String> read(String answer) {
    Matcher error = ERROR.matcher(answer);
    if (!error.matches()) {
      return new RelayAnswer.Value<>(answer);
    }
    String code = error.group(1);
    if (code.equals(UNKNOWN_CALL) || code.equals(UNKNOWN_CALL_BEFORE)) {
      return failed(
          RelayError.Kind.NOT_FOUND,
          "The relay knows no such call.",
          "Check the tag: it must be the one that OpenSIPS gave; or the call has ended.");
    }
    return failed(
        RelayError.Kind.REFUSED,
        "The relay refused with error " + code + '.',
        "Look into the relay's log.");
  }

  private static <T> RelayAnswer<T> wrong() {
    return failed(
        RelayError.Kind.WRONG_ANSWER,
        "What answered there is no rtpproxy.",
        "Check the port, and that the relay's kind is rtpproxy.");
  }

  private static <T> RelayAnswer<T> failed(RelayError.Kind kind, String message, String next) {
    return new RelayAnswer.Failure<>(new RelayError(kind, message, next));
  }
}
