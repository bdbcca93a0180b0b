package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.homer.ExportFormat;
import dev.opensipsmcp.sip.homer.HomerAlias;
import dev.opensipsmcp.sip.homer.HomerCall;
import dev.opensipsmcp.sip.homer.HomerStatistics;
import dev.opensipsmcp.sip.homer.LogLine;
import dev.opensipsmcp.sip.homer.QualityReport;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks Homer 11. */
final class V4Homer implements Generation {
  /** The most sessions of one request; the server takes no more. */
  private static final int AT_ONCE = 50;

  private static final List<String> EVENTS = List.of("call", "registration", "default");

  private final HomerLink link;
  private final V4Search search;
  private final V4Exports exports;

  V4Homer(HomerLink link, Duration deadline) {
    this.link = link;
    this.search = new V4Search(link);
    this.exports = new V4Exports(link, deadline);
  }

  @Override
  public String api() {
    return "v4";
  }

  @Override
  public List<CallSummary> calls(CallSearch wanted, Notes notes, Watch watch) throws HomerFailure {
    return search.calls(wanted, notes, watch);
  }

  @Override
  public HomerStatistics statistics(TimeWindow window, Notes notes, Watch watch)
      throws HomerFailure {
    return search.statistics(window, watch);
  }

  @Override
  public List<CapturedMessage> messages(
      Collection<String> callIds, TimeWindow window, Notes notes, Watch watch) throws HomerFailure {
    Set<String> ids = new LinkedHashSet<>(callIds);
    List<SipRow> rows = rows(ids, window, new HashMap<>(), watch);
    rows.removeIf(row -> !ids.contains(row.callId()));
    return Calls.messages(rows, notes);
  }

  @Override
  public HomerCall transaction(
      Collection<String> callIds, TimeWindow window, Notes notes, Watch watch) throws HomerFailure {
    Map<String, String> aliases = new HashMap<>();
    return Calls.of(
        rows(new LinkedHashSet<>(callIds), window, aliases, watch), callIds, aliases, notes);
  }

  private List<SipRow> rows(
      Set<String> ids, TimeWindow window, Map<String, String> aliases, Watch watch)
      throws HomerFailure {
    Set<String> left = new LinkedHashSet<>(ids);
    List<SipRow> rows = new ArrayList<>();
    for (String event : EVENTS) {
      for (List<String> some : Answers.parts(left, AT_ONCE)) {
        for (JsonObject json : items("/transactions/messages", some, event, window, watch)) {
          SipRow row = V4Rows.row(json, 1);
          left.remove(row.callId());
          if (window.contains(row.time())) {
            rows.add(row);
            aliases.put(row.source().toString(), Json.text(json, "aliasSrc", "alias_src"));
            aliases.put(row.destination().toString(), Json.text(json, "aliasDst", "alias_dst"));
          }
        }
        watch.progress((double) ids.size() - left.size(), ids.size());
      }
    }
    rows.sort(Comparator.comparing(SipRow::time));
    return rows;
  }

  private List<JsonObject> items(
      String path, Collection<String> ids, String event, TimeWindow window, Watch watch)
      throws HomerFailure {
    JsonObject answer = link.post(path, sessions(ids, event, window), watch);
    return Json.objects(Json.object(answer, "data").get("items"));
  }

  /** {@return the body of a request about sessions} */
  static JsonObject sessions(Collection<String> ids, String event, TimeWindow window) {
    JsonArray list = new JsonArray();
    ids.forEach(list::add);
    JsonObject body = new JsonObject();
    body.add("session_ids", list);
    body.addProperty("proto_type", 1);
    body.addProperty("event_type", event);
    body.add("timestamp", Span.of(window).json());
    return body;
  }

  @Override
  public List<QualityReport> quality(Collection<String> callIds, TimeWindow window, Watch watch)
      throws HomerFailure {
    JsonObject data =
        Json.object(
            link.post("/transactions/qos", sessions(callIds, "call", window), watch), "data");
    return Answers.quality(data, window, json -> V4Rows.row(json, 5));
  }

  @Override
  public List<LogLine> logs(Collection<String> callIds, TimeWindow window, Watch watch)
      throws HomerFailure {
    return Answers.logs(
        items("/transactions/events", callIds, "call", window, watch),
        window,
        json -> V4Rows.row(json, 100));
  }

  @Override
  public void export(
      ExportFormat format,
      Collection<String> callIds,
      TimeWindow window,
      Exported sink,
      long most,
      Notes notes,
      Watch watch)
      throws HomerFailure {
    exports.export(format, callIds, window, sink, most, notes, watch);
  }

  @Override
  public List<HomerAlias> aliases(Watch watch) throws HomerFailure {
    JsonObject data = Json.object(link.get("/aliases?page%5Blimit%5D=1000", watch), "data");
    // The server leaves out what is false.
    return Answers.aliases(Json.objects(data.get("items")), status -> status.equals("true"));
  }

  @Override
  public List<String> nodes(Watch watch) throws HomerFailure {
    link.get("/me", watch);
    return List.of();
  }
}
