package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Says whether a message is one that a search looks for; the cheap questions first. */
final class Filter {
  private final long from;
  private final long to;
  private final Optional<byte[]> callId;
  private final Optional<byte[]> address;
  private final Optional<byte[]> method;
  private final Optional<String> fromUser;
  private final Optional<String> toUser;
  private final OptionalInt code;

  /**
   * Prepares a search.
   *
   * @param address the search's address as bytes
   */
  Filter(CallSearch search, Optional<byte[]> address) {
    this.from = nanos(search.window().from());
    this.to = nanos(search.window().to());
    this.callId = search.callId().map(Filter::bytes);
    this.address = address;
    this.method = search.method().map(Filter::bytes);
    this.fromUser = search.fromUser();
    this.toUser = search.toUser();
    this.code = search.code();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@return an instant in nanoseconds since 1970, held within what a long can say} */
  static long nanos(Instant time) {
    return Frame.nanos(time.getEpochSecond(), time.getNano());
  }

  /**
   * {@return whether a moment is within the window; its last moment is Long.MAX_VALUE, for ever}
   */
  static boolean within(TimeWindow window, long nanos) {
    long end = nanos(window.to());
    return nanos >= nanos(window.from()) && (nanos < end || end == Long.MAX_VALUE);
  }

  /** {@return whether a message counts at all: of the time and the call that are looked for} */
  boolean counts(SipScan scan, Sighting seen) {
    return seen.nanos() >= from
        && (seen.nanos() < to || to == Long.MAX_VALUE)
        && (callId.isEmpty()
            || same(callId.get(), seen.bytes(), scan.callIdAt(), scan.callIdEnd()));
  }

  /** {@return whether a message that counts is one that is looked for} */
  boolean fits(SipScan scan, Sighting seen) {
    return (code.isEmpty() || scan.code() == code.getAsInt())
        && (method.isEmpty() || same(method.get(), seen.bytes(), scan.methodAt(), scan.methodEnd()))
        && (address.isEmpty() || seen.touches(address.get()))
        && (fromUser.isEmpty() || isUser(scan.from(), fromUser.get()))
        && (toUser.isEmpty()
            || isUser(scan.to(), toUser.get())
            || isUserOf(scan.uri(), toUser.get()));
  }

  private static boolean same(byte[] wanted, byte[] bytes, int at, int end) {
    return Arrays.equals(wanted, 0, wanted.length, bytes, at, end);
  }

  private static boolean isUser(String value, String user) {
    return HeaderValues.nameAddr(value)
        .map(NameAddr::uri)
        .flatMap(uri -> uri.user())
        .filter(user::equals)
        .isPresent();
  }

  private static boolean isUserOf(String uri, String user) {
    return SipUris.parse(uri).flatMap(parsed -> parsed.user()).filter(user::equals).isPresent();
  }
}
