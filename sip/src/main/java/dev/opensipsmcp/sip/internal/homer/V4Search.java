package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.homer.HomerStatistics;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Searches Homer 11 for rows. Its filters fit parts of values, so that rows are held against the
 * values once more; it gives the newest rows first and has no cursor, so that the next page is the
 * time before the last row.
 */
final class V4Search {
  private static final int PAGE = 1_000;
  private static final int PAGES = 20;
  private static final int AT_ONCE = 50;

  private final HomerLink link;

  V4Search(HomerLink link) {
    this.link = link;
  }

  List<CallSummary> calls(CallSearch search, Notes notes, Watch watch) throws HomerFailure {
    List<SipRow> found = new ArrayList<>();
    for (String event : events(search)) {
      for (JsonObject filter : filters(search, event)) {
        found.addAll(rows(filter, search, notes, watch));
      }
    }
    List<CallSummary> calls = Summaries.of(found);
    if (calls.size() > search.limit()) {
      notes.add("There are more than " + search.limit() + " calls; the newest are told.");
      calls = calls.subList(0, search.limit());
    }
    return whole(calls, search, watch);
  }

  /** A call's first rows may be on a page that was not needed, or not fit the filter. */
  private List<CallSummary> whole(List<CallSummary> calls, CallSearch search, Watch watch)
      throws HomerFailure {
    Map<String, CallSummary> whole = new LinkedHashMap<>();
    calls.forEach(call -> whole.put(call.callId(), call));
    List<String> ids = List.copyOf(whole.keySet());
    for (String event : events(search)) {
      for (int at = 0; at < ids.size(); at += AT_ONCE) {
        List<String> some = ids.subList(at, Math.min(ids.size(), at + AT_ONCE));
        JsonObject body = V4Homer.sessions(some, event, search.window());
        List<SipRow> rows = new ArrayList<>();
        JsonObject answer = link.post("/transactions/messages", body, watch);
        for (JsonObject json : Json.objects(Json.object(answer, "data").get("items"))) {
          SipRow row = V4Rows.row(json, 1);
          if (some.contains(row.callId()) && search.window().contains(row.time())) {
            rows.add(row);
          }
        }
        Summaries.of(rows).forEach(call -> whole.put(call.callId(), call));
      }
    }
    return List.copyOf(whole.values());
  }

  private static List<String> events(CallSearch search) {
    return switch (search.method().orElse("")) {
      case "INVITE", "ACK", "BYE", "CANCEL", "PRACK" -> List.of("call");
      case "REGISTER" -> List.of("registration");
      default -> List.of("call", "registration", "default");
    };
  }

  /** {@return one filter, or one for each end where an address is asked for} */
  private static List<JsonObject> filters(CallSearch search, String event) {
    JsonObject filter = new JsonObject();
    filter.addProperty("proto_type", 1);
    filter.addProperty("event_type", event);
    add(filter, "call_id", search.callId());
    // Elsewhere these name other columns than the users.
    if (event.equals("call")) {
      add(filter, "from_user", search.fromUser());
      search.code().ifPresent(code -> filter.addProperty("response_code", Integer.toString(code)));
    }
    if (search.address().isEmpty()) {
      return List.of(filter);
    }
    JsonObject source = filter.deepCopy();
    JsonObject destination = filter.deepCopy();
    add(source, "src_ip", search.address());
    add(destination, "dst_ip", search.address());
    return List.of(source, destination);
  }

  /** A quote is doubled or dropped by the server, depending on the release. */
  private static void add(JsonObject filter, String name, Optional<String> value) {
    value
        .filter(text -> !text.isEmpty() && text.indexOf('\'') < 0 && text.indexOf('\\') < 0)
        .ifPresent(text -> filter.addProperty(name, text));
  }

  private List<SipRow> rows(JsonObject filter, CallSearch search, Notes notes, Watch watch)
      throws HomerFailure {
    Span span = Span.of(search.window());
    Set<SipRow> rows = new LinkedHashSet<>();
    Set<String> known = new HashSet<>();
    int read = 0;
    for (int page = 0; page < PAGES && known.size() <= search.limit(); page++) {
      if (watch.cancelled()) {
        throw HomerHttp.withdrawn();
      }
      List<SipRow> some = page(filter, span, watch);
      read += some.size();
      long oldest = span.toMs();
      for (SipRow row : some) {
        if (row.fits(search) && rows.add(row)) {
          known.add(row.callId());
        }
        oldest = Math.min(oldest, row.time().toEpochMilli());
      }
      if (some.size() < PAGE) {
        return List.copyOf(rows);
      }
      // The next page begins with the millisecond in which this one was cut; a whole page of one
      // millisecond has to be passed over.
      span = new Span(span.fromMs(), oldest == span.toMs() ? oldest - 1 : oldest);
      if (span.toMs() < span.fromMs()) {
        return List.copyOf(rows);
      }
    }
    if (known.size() <= search.limit()) {
      notes.add("Only the newest " + read + " rows were searched: narrow the time or the search.");
    }
    return List.copyOf(rows);
  }

  private List<SipRow> page(JsonObject filter, Span span, Watch watch) throws HomerFailure {
    JsonObject body = new JsonObject();
    body.add("filter", filter);
    JsonObject param = new JsonObject();
    param.addProperty("limit", PAGE);
    body.add("param", param);
    body.add("timestamp", span.json());
    List<SipRow> rows = new ArrayList<>();
    JsonObject answer = link.post("/transactions/search", body, watch);
    for (JsonObject json : Json.objects(Json.object(answer, "data").get("items"))) {
      rows.add(V4Rows.row(json, 1));
    }
    return rows;
  }

  /** The server itself counts. */
  HomerStatistics statistics(TimeWindow window, Watch watch) throws HomerFailure {
    SortedMap<String, Long> methods = new TreeMap<>();
    long messages = 0;
    for (String event : List.of("call", "registration", "default")) {
      JsonObject filter = new JsonObject();
      filter.addProperty("proto_type", 1);
      filter.addProperty("event_type", event);
      JsonObject param = new JsonObject();
      param.addProperty("limit", PAGE);
      param.addProperty("select", "method, response_code, count(*) AS messages");
      param.addProperty("group_by", "method, response_code");
      param.addProperty("order_by", "messages DESC");
      JsonObject body = new JsonObject();
      body.add("filter", filter);
      body.add("param", param);
      body.add("timestamp", Span.of(window).json());
      JsonObject answer = link.post("/transactions/search", body, watch);
      for (JsonObject json : Json.objects(Json.object(answer, "data").get("items"))) {
        long count = Json.whole(json, "messages").orElse(0);
        int code = Json.whole(json, 0, "response_code");
        methods.merge(
            code > 0 ? Integer.toString(code) : Json.text(json, "method"), count, Long::sum);
        messages += count;
      }
    }
    return new HomerStatistics(window, messages, methods, true);
  }
}
