package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.trace.CallSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Tells calls in short by their rows. */
final class Summaries {
  private Summaries() {}

  /** {@return the calls of these rows, newest first} */
  static List<CallSummary> of(List<SipRow> rows) {
    Map<String, List<SipRow>> calls = new LinkedHashMap<>();
    for (SipRow row : rows) {
      calls.computeIfAbsent(row.callId(), _ -> new ArrayList<>()).add(row);
    }
    List<CallSummary> summaries = new ArrayList<>(calls.size());
    calls.forEach((callId, its) -> summaries.add(one(callId, its)));
    summaries.sort(Comparator.comparing(CallSummary::first).reversed());
    return summaries;
  }

  private static CallSummary one(String callId, List<SipRow> rows) {
    rows.sort(Comparator.comparing(SipRow::time));
    SipRow first = rows.getFirst();
    SipRow opening = rows.stream().filter(SipRow::request).findFirst().orElse(first);
    String method = opening.request() ? opening.method() : "";
    OptionalInt code = OptionalInt.empty();
    Set<SipRow> packets = new HashSet<>();
    for (SipRow row : rows) {
      packets.add(row);
      if (row.code() >= 200 && row.cseq().equals(method)) {
        code = OptionalInt.of(row.code());
      }
    }
    return new CallSummary(
        callId,
        first.time(),
        rows.getLast().time(),
        method,
        opening.fromUser(),
        opening.toUsers().stream().filter(user -> !user.isEmpty()).findFirst().orElse(""),
        first.source(),
        first.destination(),
        code,
        packets.size());
  }
}
