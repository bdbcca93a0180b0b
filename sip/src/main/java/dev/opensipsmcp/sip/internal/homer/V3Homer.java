package dev.opensipsmcp.sip.internal.homer;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks Homer 7. */
final class V3Homer implements Generation {
  private static final int AT_ONCE = 20;

  private final HomerLink link;
  private final V3Mapping mapping;
  private final V3Search search;

  V3Homer(HomerLink link) {
    this.link = link;
    this.mapping = new V3Mapping(link);
    this.search = new V3Search(link, mapping);
  }

  @Override
  public String api() {
    return "v3";
  }

  @Override
  public List<CallSummary> calls(CallSearch wanted, Notes notes, Watch watch) throws HomerFailure {
    return search.calls(wanted, notes, watch);
  }

  @Override
  public HomerStatistics statistics(TimeWindow window, Notes notes, Watch watch)
      throws HomerFailure {
    return search.statistics(window, notes, watch);
  }

  @Override
  public List<CapturedMessage> messages(
      Collection<String> callIds, TimeWindow window, Notes notes, Watch watch) throws HomerFailure {
    Set<String> ids = new LinkedHashSet<>(callIds);
    List<SipRow> rows = rows(ids, window, new HashMap<>(), notes, watch);
    rows.removeIf(row -> !ids.contains(row.callId()));
    return Calls.messages(rows, notes);
  }

  @Override
  public HomerCall transaction(
      Collection<String> callIds, TimeWindow window, Notes notes, Watch watch) throws HomerFailure {
    Map<String, String> aliases = new HashMap<>();
    return Calls.of(
        rows(new LinkedHashSet<>(callIds), window, aliases, notes, watch), callIds, aliases, notes);
  }

  /**
   * A call's rows are in one of the profiles; which, nobody knows before it was found there. Rows
   * outside of the window are left out, save those of correlated legs, for which the server itself
   * looks a little further.
   */
  private List<SipRow> rows(
      Set<String> ids, TimeWindow window, Map<String, String> aliases, Notes notes, Watch watch)
      throws HomerFailure {
    Set<String> left = new LinkedHashSet<>(ids);
    Map<Object, SipRow> rows = new HashMap<>();
    for (String profile : mapping.profiles(watch, notes).keySet()) {
      for (List<String> some : Answers.parts(left, AT_ONCE)) {
        if (watch.cancelled()) {
          throw HomerHttp.withdrawn();
        }
        JsonObject data =
            Json.object(
                link.post("/call/transaction", V3Body.calls(profile, some, Span.of(window)), watch),
                "data");
        for (JsonObject message : Json.objects(data.get("messages"))) {
          SipRow row = V3Rows.row(message);
          if (!ids.contains(row.callId()) || window.contains(row.time())) {
            rows.put(List.of(Json.text(message, "id"), row), row);
          }
          left.remove(row.callId());
        }
        JsonObject alias = Json.object(data, "alias");
        alias.keySet().forEach(end -> aliases.put(end, Json.text(alias, end)));
        watch.progress((double) ids.size() - left.size(), ids.size());
      }
    }
    List<SipRow> ordered = new ArrayList<>(rows.values());
    ordered.sort(Comparator.comparing(SipRow::time));
    return ordered;
  }

  @Override
  public List<QualityReport> quality(Collection<String> callIds, TimeWindow window, Watch watch)
      throws HomerFailure {
    JsonObject answer =
        link.post("/call/report/qos", V3Body.calls("1_call", callIds, Span.of(window)), watch);
    return Answers.quality(answer, window, V3Rows::row);
  }

  @Override
  public List<LogLine> logs(Collection<String> callIds, TimeWindow window, Watch watch)
      throws HomerFailure {
    JsonObject answer =
        link.post("/call/report/log", V3Body.calls("1_call", callIds, Span.of(window)), watch);
    return Answers.logs(Json.objects(answer.get("data")), window, V3Rows::row);
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
    String path =
        format == ExportFormat.PCAP ? "/export/call/messages/pcap" : "/export/call/messages/text";
    for (String profile : mapping.profiles(watch, notes).keySet()) {
      sink.again();
      JsonObject body = V3Body.calls(profile, callIds, Span.of(window));
      link.ask("POST", path, body.toString(), sink, most, watch);
      if (!sink.empty()) {
        return;
      }
    }
  }

  @Override
  public List<HomerAlias> aliases(Watch watch) throws HomerFailure {
    return Answers.aliases(
        Json.objects(link.get("/alias", watch).get("data")), status -> !status.equals("false"));
  }

  @Override
  public List<String> nodes(Watch watch) throws HomerFailure {
    List<String> nodes = new ArrayList<>();
    for (JsonObject json : Json.objects(link.get("/database/node/list", watch).get("data"))) {
      nodes.add(Json.text(json, "name", "value"));
    }
    return nodes;
  }
}
