package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.HopChange.Change;
import dev.opensipsmcp.sip.ladder.HopChange.Kind;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds two messages against each other. */
public final class Differences {
  private static final int MOST = 200;

  private final List<Change> changes = new ArrayList<>();

  private Differences() {}

  /** {@return what differs, at most 200 differences} */
  public static List<Change> of(SipMessage before, SipMessage after) {
    Differences differences = new Differences();
    differences.pair("start line", start(before), start(after));
    differences.headers(before, after);
    if (!Arrays.equals(before.body(), after.body())) {
      differences.bodies(before, after);
    }
    return differences.changes.size() > MOST
        ? differences.changes.subList(0, MOST)
        : differences.changes;
  }

  private static String start(SipMessage message) {
    return switch (message.start()) {
      case StartLine.Request(String method, String uri) ->
          Masks.header("", method + ' ' + uri + " SIP/2.0");
      case StartLine.Status(int code, String reason) ->
          Masks.header("", "SIP/2.0 " + code + ' ' + reason);
      case StartLine.Broken(String text) -> Masks.header("", text);
    };
  }

  private void pair(String where, String before, String after) {
    if (!before.equals(after)) {
      changes.add(new Change(Kind.CHANGED, where, before, after));
    }
  }

  private void headers(SipMessage before, SipMessage after) {
    Map<String, List<String>> came = byName(before);
    Map<String, List<String>> went = byName(after);
    Set<String> names = new LinkedHashSet<>(came.keySet());
    names.addAll(went.keySet());
    for (String name : names) {
      lists(
          shown(name, before, after),
          came.getOrDefault(name, List.of()),
          went.getOrDefault(name, List.of()));
    }
  }

  /** The values of each name, one each; those that may stand in one line, with commas, as well. */
  private static Map<String, List<String>> byName(SipMessage message) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Header header : message.headers()) {
      String name = HeaderNames.longName(header.name()).toLowerCase(Locale.ROOT);
      List<String> all = values.computeIfAbsent(name, _ -> new ArrayList<>());
      switch (name) {
        case "via", "route", "record-route", "contact", "path", "service-route" ->
            all.addAll(HeaderValues.split(header.value()));
        default -> all.add(header.value());
      }
    }
    return values;
  }

  private static String shown(String name, SipMessage before, SipMessage after) {
    for (SipMessage message : List.of(before, after)) {
      for (Header header : message.headers()) {
        String whole = HeaderNames.longName(header.name());
        if (whole.equalsIgnoreCase(name)) {
          return Plain.line(whole);
        }
      }
    }
    return Plain.line(name);
  }

  /** What both have is left out; what is left is paired in order. */
  private void lists(String where, List<String> before, List<String> after) {
    List<String> gone = without(before, after);
    List<String> come = without(after, before);
    int pairs = before.size() == after.size() ? Math.min(gone.size(), come.size()) : 0;
    for (int at = 0; at < Math.max(gone.size(), come.size()); at++) {
      String old = at < gone.size() ? masked(where, gone.get(at)) : "";
      String now = at < come.size() ? masked(where, come.get(at)) : "";
      if (at < pairs) {
        changes.add(new Change(Kind.CHANGED, where, old, now));
        continue;
      }
      if (at < gone.size()) {
        changes.add(new Change(Kind.REMOVED, where, old, ""));
      }
      if (at < come.size()) {
        changes.add(new Change(Kind.ADDED, where, "", now));
      }
    }
  }

  private static String masked(String where, String value) {
    return where.equals("SDP") ? Masks.sdp(value) : Masks.header(where, value);
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

  private void bodies(SipMessage before, SipMessage after) {
    boolean text =
        SdpReader.read(before).isPresent()
            || SdpReader.read(after).isPresent()
            || (before.bodyAt() == before.bytes().length && after.bodyAt() == after.bytes().length);
    if (!text) {
      changes.add(
          new Change(
              Kind.CHANGED,
              "body",
              before.bytes().length - before.bodyAt() + " bytes",
              after.bytes().length - after.bodyAt() + " bytes"));
      return;
    }
    Map<Character, List<String>> came = byType(before);
    Map<Character, List<String>> went = byType(after);
    Set<Character> types = new LinkedHashSet<>(came.keySet());
    types.addAll(went.keySet());
    for (char type : types) {
      lists("SDP", came.getOrDefault(type, List.of()), went.getOrDefault(type, List.of()));
    }
  }

  private static Map<Character, List<String>> byType(SipMessage message) {
    Map<Character, List<String>> lines = new LinkedHashMap<>();
    new String(message.body(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isEmpty())
        .forEach(line -> lines.computeIfAbsent(line.charAt(0), _ -> new ArrayList<>()).add(line));
    return lines;
  }
}
