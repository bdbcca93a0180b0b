package dev.opensipsmcp.sip.ladder;

import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads messages out of text, each below a line that says when it was seen between whom: {@code
 * 2026-11-20T09:14:03.250Z udp 192.0.2.10:5060 -> 203.0.113.9:5060}. Slashes in the date, a blank
 * before the time, no zone (then it is UTC) and no transport are read too, as tools that export
 * text write them.
 */
public final class MessageTexts {
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:proto:)?(?<before>UDP|TCP|TLS|SCTP|WS|WSS)?\\s*"
              + "(?<date>\\d{4}[-/]\\d\\d[-/]\\d\\d)[T ](?<time>\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)"
              + "(?<zone>Z|[+-]\\d\\d:?\\d\\d)?\\s+(?<transport>UDP|TCP|TLS|SCTP|WS|WSS)?\\s*"
              + "(?<source>\\S{3,60})\\s+-{1,3}>\\s+(?<destination>\\S{3,60})\\s*$",
          Pattern.CASE_INSENSITIVE);

  private MessageTexts() {}

  /** {@return the messages, in the order of the text; what stands before the first is left out} */
  public static List<CapturedMessage> read(String text) {
    List<CapturedMessage> messages = new ArrayList<>();
    Optional<Head> head = Optional.empty();
    StringBuilder body = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Optional<Head> next = line.length() > 200 ? Optional.empty() : head(line);
      if (next.isPresent()) {
        finish(head, body, messages);
        head = next;
      } else if (head.isPresent()) {
        body.append(line).append("\r\n");
      }
    }
    finish(head, body, messages);
    return messages;
  }

  private record Head(Instant time, Transport transport, Endpoint source, Endpoint destination) {}

  private static void finish(
      Optional<Head> seen, StringBuilder body, List<CapturedMessage> messages) {
    String text = body.toString();
    body.setLength(0);
    if (seen.isEmpty() || text.isBlank()) {
      return;
    }
    Head head = seen.get();
    messages.add(
        new CapturedMessage(
            head.time(),
            head.transport(),
            head.source(),
            head.destination(),
            SipParser.parse(trimmed(text).getBytes(StandardCharsets.UTF_8)),
            "given text"));
  }

  /** Blank lines before the next message are not part of this one, but for the end of headers. */
  private static String trimmed(String text) {
    String bare = text.stripTrailing();
    boolean body = bare.contains("\r\n\r\n");
    return bare + (body ? "\r\n" : "\r\n\r\n");
  }

  private static Optional<Head> head(String line) {
    Matcher found = HEAD.matcher(line.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    Optional<Endpoint> source = end(found.group("source"));
    Optional<Endpoint> destination = end(found.group("destination"));
    Optional<Instant> time = time(found);
    return source.isEmpty() || destination.isEmpty() || time.isEmpty()
        ? Optional.empty()
        : Optional.of(new Head(time.get(), transport(found), source.get(), destination.get()));
  }

  private static Optional<Instant> time(Matcher found) {
    String zone = found.group("zone") == null ? "Z" : found.group("zone");
    String whole = zone.length() == 5 ? zone.substring(0, 3) + ':' + zone.substring(3) : zone;
    try {
      return Optional.of(
          OffsetDateTime.parse(
                  found.group("date").replace('/', '-') + 'T' + found.group("time") + whole)
              .toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Transport transport(Matcher found) {
    String name =
        found.group("transport") == null ? found.group("before") : found.group("transport");
    return name == null ? Transport.UNKNOWN : Transport.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Optional<Endpoint> end(String text) {
    return SipUris.hostAndPort(text).map(place -> new Endpoint(place.host(), place.port()));
  }
}
