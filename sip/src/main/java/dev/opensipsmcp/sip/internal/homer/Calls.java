package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.homer.HomerCall;
import dev.opensipsmcp.sip.homer.HomerCall.CorrelatedLeg;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes messages and legs of rows. */
final class Calls {
  private Calls() {}

  /** {@return the messages of SIP rows, each packet once} */
  static List<CapturedMessage> messages(List<SipRow> rows, Notes notes) {
    List<CapturedMessage> messages = new ArrayList<>();
    for (SipRow row : rows) {
      if (row.type() == 1 && !row.raw().isEmpty()) {
        messages.add(row.captured());
      }
    }
    List<CapturedMessage> kept = Duplicates.without(messages);
    if (kept.size() < messages.size()) {
      notes.add(
          (messages.size() - kept.size())
              + " messages were seen by several agents and are told once.");
    }
    return kept;
  }

  /** {@return the calls and their legs} */
  static HomerCall of(
      List<SipRow> rows, Collection<String> asked, Map<String, String> aliases, Notes notes) {
    List<SipRow> sip = rows.stream().filter(row -> row.type() == 1).toList();
    Set<String> hosts = new LinkedHashSet<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (SipRow row : sip) {
      hosts.add(row.source().toString());
      hosts.add(row.destination().toString());
      if (!asked.contains(row.callId())) {
        counts.merge(row.callId(), 1, Integer::sum);
        reasons.merge(
            row.callId(), reason(row, asked), (one, other) -> one.isEmpty() ? other : one);
      }
    }
    for (SipRow row : sip) {
      if (asked.contains(row.callId()) && counts.containsKey(row.correlation())) {
        reasons.put(row.correlation(), "the call's agent names it as its session");
      }
    }
    List<CorrelatedLeg> legs = new ArrayList<>();
    counts.forEach((callId, count) -> {
      String reason = reasons.getOrDefault(callId, "");
      legs.add(
          new CorrelatedLeg(
              callId, reason.isEmpty() ? "a rule of correlation of the server" : reason, count));
    });
    Map<String, String> named = new LinkedHashMap<>();
    for (String host : hosts) {
      String name = aliases.getOrDefault(host, host);
      if (!name.equals(host) && !name.isEmpty()) {
        named.put(host, name);
      }
    }
    return new HomerCall(messages(sip, notes), List.copyOf(hosts), named, legs);
  }

  private static String reason(SipRow row, Collection<String> asked) {
    return asked.contains(row.correlation()) ? "its agent names the call as its session" : "";
  }
}
