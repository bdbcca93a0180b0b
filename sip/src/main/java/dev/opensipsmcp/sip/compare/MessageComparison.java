package dev.opensipsmcp.sip.compare;

import dev.opensipsmcp.sip.message.Bodies;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.SafeText;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.sdp.SdpParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds two messages against each other: first line, headers whatever their order, and SDP. */
public final class MessageComparison {
  /** Their values may stand in one header or in several; the order among them matters. */
  private static final Set<String> LISTS =
      Set.of(
          "via",
          "route",
          "record-route",
          "contact",
          "path",
          "p-asserted-identity",
          "diversion",
          "history-info");

  private static final Set<String> SETS =
      Set.of("allow", "supported", "require", "proxy-require", "accept", "allow-events");

  /** More is no comparison any more, and would be paired for long. */
  private static final int MOST = 500;

  private final List<Difference> differences = new ArrayList<>();

  private MessageComparison() {}

  /**
   * {@return what differs, in the order of the messages; empty when nothing does, and at most 500}
   */
  public static List<Difference> of(SipMessage before, SipMessage after) {
    MessageComparison comparison = new MessageComparison();
    comparison.texts(
        "start line",
        List.of(SafeText.start(before.start())),
        List.of(SafeText.start(after.start())));
    comparison.headers(before, after);
    comparison.bodies(before, after);
    return comparison.differences;
  }

  private void headers(SipMessage before, SipMessage after) {
    Map<String, List<String>> one = values(before);
    Map<String, List<String>> other = values(after);
    one.forEach((name, values) -> texts(name, values, other.getOrDefault(name, List.of())));
    other.forEach((name, values) -> {
      if (!one.containsKey(name)) {
        texts(name, List.of(), values);
      }
    });
  }

  private static Map<String, List<String>> values(SipMessage message) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Header header : message.headers()) {
      String full = HeaderNames.longName(header.name());
      String key = full.toLowerCase(Locale.ROOT);
      String name = names.computeIfAbsent(key, _ -> Spelling.of(full));
      String value = SafeText.value(header);
      List<String> parts =
          LISTS.contains(key) || SETS.contains(key) ? HeaderValues.split(value) : List.of(value);
      all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(parts);
    }
    return all;
  }

  private void bodies(SipMessage before, SipMessage after) {
    Optional<String> one = Bodies.sdp(before);
    Optional<String> other = Bodies.sdp(after);
    if (one.isPresent() || other.isPresent()) {
      Map<String, List<String>> left = sections(one.orElse(""));
      Map<String, List<String>> right = sections(other.orElse(""));
      left.forEach((name, lines) -> texts(name, lines, right.getOrDefault(name, List.of())));
      right.forEach((name, lines) -> {
        if (!left.containsKey(name)) {
          texts(name, List.of(), lines);
        }
      });
      return;
    }
    texts(
        "body",
        Bodies.of(before).map(SafeText::body).stream().toList(),
        Bodies.of(after).map(SafeText::body).stream().toList());
  }

  private static Map<String, List<String>> sections(String sdp) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    String name = "sdp";
    int media = 0;
    for (String line : SdpParser.withoutKeys(sdp).lines().toList()) {
      if (line.startsWith("m=")) {
        media++;
        name = "sdp media " + media;
      }
      if (!line.isBlank()) {
        sections.computeIfAbsent(name, _ -> new ArrayList<>()).add(line.strip());
      }
    }
    return sections;
  }

  /** What both have as often is alike; what is left is paired in its order where it can be. */
  private void texts(String where, List<String> before, List<String> after) {
    List<String> gone = without(before, after);
    List<String> come = without(after, before);
    while (differences.size() < MOST && !(gone.isEmpty() && come.isEmpty())) {
      String left = gone.isEmpty() ? "" : gone.removeFirst();
      String right = partner(where, left, come);
      differences.add(new Difference(where, left, right, Remarks.of(where, left, right)));
    }
  }

  /** Lines of SDP are paired with one of the same kind only. */
  private static String partner(String where, String left, List<String> come) {
    if (come.isEmpty()) {
      return "";
    }
    if (left.isEmpty() || !where.startsWith("sdp")) {
      return come.removeFirst();
    }
    String kind = kind(left);
    for (int at = 0; at < come.size(); at++) {
      if (kind(come.get(at)).equals(kind)) {
        return come.remove(at);
      }
    }
    return "";
  }

  private static String kind(String line) {
    int colon = line.indexOf(':');
    return line.startsWith("a=") && colon > 0
        ? line.substring(0, colon)
        : line.substring(0, Math.min(2, line.length()));
  }

  private static List<String> without(List<String> all, List<String> others) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    others.forEach(value -> counts.merge(value, 1, Integer::sum));
    List<String> left = new ArrayList<>();
    for (String value : all) {
      if (counts.merge(value, -1, Integer::sum) < 0) {
        left.add(value);
      }
    }
    return left;
  }
}
