package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.homer.HomerStatistics;
import dev.opensipsmcp.sip.internal.homer.V3Body.Condition;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Searches Homer 7 for rows. What it finds is held against what was asked once more. */
final class V3Search {
  private static final int AT_ONCE = 40;

  private final HomerLink link;
  private final V3Mapping mapping;

  V3Search(HomerLink link, V3Mapping mapping) {
    this.link = link;
    this.mapping = mapping;
  }

  List<CallSummary> calls(CallSearch search, Notes notes, Watch watch) throws HomerFailure {
    Span span = Span.of(search.window());
    List<SipRow> found = new ArrayList<>();
    for (Map.Entry<String, Set<String>> profile : profiles(search, notes, watch).entrySet()) {
      for (List<Condition> conditions : conditions(search, profile.getValue())) {
        Sweep.Question question =
            (part, rows) -> ask(V3Body.search(profile.getKey(), conditions, part, rows), watch);
        found.addAll(
            Sweep.rows(span, search.limit() + 1, row -> row.fits(search), question, notes, watch));
      }
    }
    List<CallSummary> calls = Summaries.of(found);
    if (calls.size() > search.limit()) {
      notes.add("There are more than " + search.limit() + " calls; the newest are told.");
      calls = calls.subList(0, search.limit());
    }
    return whole(calls, search, span, notes, watch);
  }

  /** Rows that were searched for by what not every message has do not tell the whole call. */
  private List<CallSummary> whole(
      List<CallSummary> calls, CallSearch search, Span span, Notes notes, Watch watch)
      throws HomerFailure {
    boolean partial =
        search.fromUser().isPresent()
            || search.toUser().isPresent()
            || search.address().isPresent()
            || search.method().isPresent()
            || search.code().isPresent();
    if (!partial || calls.isEmpty()) {
      return calls;
    }
    Set<String> ids = new LinkedHashSet<>();
    calls.forEach(call -> ids.add(call.callId()));
    List<SipRow> rows = new ArrayList<>();
    for (String profile : profiles(search, notes, watch).keySet()) {
      for (String value : values(ids)) {
        List<Condition> conditions = List.of(new Condition("sid", value));
        Sweep.Question question =
            (part, most) -> ask(V3Body.search(profile, conditions, part, most), watch);
        Predicate<SipRow> wanted =
            row -> ids.contains(row.callId()) && search.window().contains(row.time());
        rows.addAll(Sweep.rows(span, Integer.MAX_VALUE, wanted, question, notes, watch));
      }
    }
    return rows.isEmpty() ? calls : Summaries.of(rows);
  }

  /** Lists of Call-IDs; one that can't stand in a list is asked for by itself. */
  private static List<String> values(Collection<String> ids) {
    List<String> values = new ArrayList<>();
    List<String> list = new ArrayList<>();
    for (String id : ids) {
      if (!V3Value.plain(id)) {
        values.add(V3Value.of(id));
        continue;
      }
      list.add(id);
      if (list.size() == AT_ONCE) {
        values.add(String.join(";", list));
        list.clear();
      }
    }
    if (!list.isEmpty()) {
      values.add(String.join(";", list));
    }
    return values;
  }

  /** A method is kept in one profile only. */
  private Map<String, Set<String>> profiles(CallSearch search, Notes notes, Watch watch)
      throws HomerFailure {
    Map<String, Set<String>> all = mapping.profiles(watch, notes);
    String only =
        switch (search.method().orElse("")) {
          case "INVITE", "ACK", "BYE", "CANCEL", "PRACK" -> "1_call";
          case "REGISTER" -> "1_registration";
          default -> "";
        };
    return all.containsKey(only) ? Map.of(only, all.getOrDefault(only, Set.of())) : all;
  }

  /** Both ends of an address, To and the Request-URI: each is a question of its own. */
  private static List<List<Condition>> conditions(CallSearch search, Set<String> fields) {
    List<Condition> always = new ArrayList<>();
    search.callId().ifPresent(id -> always.add(new Condition("sid", V3Value.of(id))));
    add(always, fields, search.fromUser(), "data_header.from_user");
    if (search.code().isPresent()) {
      add(
          always,
          fields,
          Optional.of(Integer.toString(search.code().getAsInt())),
          "data_header.method");
    }
    // CSeq names the method in responses as well; the number before it is any.
    search
        .method()
        .flatMap(method -> V3Body.condition(fields, "% " + V3Value.of(method), "data_header.cseq"))
        .ifPresent(always::add);
    List<List<Condition>> made = List.of(always);
    made = each(made, fields, search.toUser(), "data_header.to_user", "data_header.ruri_user");
    return each(made, fields, search.address(), "protocol_header.srcIp", "protocol_header.dstIp");
  }

  private static void add(
      List<Condition> conditions, Set<String> fields, Optional<String> value, String name) {
    value
        .filter(text -> !text.isEmpty())
        .flatMap(text -> V3Body.condition(fields, V3Value.of(text), name))
        .ifPresent(conditions::add);
  }

  private static List<List<Condition>> each(
      List<List<Condition>> made, Set<String> fields, Optional<String> value, String... names) {
    if (value.isEmpty()) {
      return made;
    }
    List<List<Condition>> more = new ArrayList<>();
    for (String name : names) {
      for (List<Condition> before : made) {
        if (fields.contains(name)) {
          List<Condition> with = new ArrayList<>(before);
          with.add(new Condition(name, V3Value.of(value.get())));
          more.add(with);
        }
      }
    }
    return more.isEmpty() ? made : more;
  }

  private List<SipRow> ask(JsonObject body, Watch watch) throws HomerFailure {
    List<SipRow> rows = new ArrayList<>();
    for (JsonObject json : Json.objects(link.post("/search/call/data", body, watch).get("data"))) {
      rows.add(V3Rows.row(json));
    }
    return rows;
  }

  HomerStatistics statistics(TimeWindow window, Notes notes, Watch watch) throws HomerFailure {
    SortedMap<String, Long> methods = new TreeMap<>();
    Notes cut = new Notes();
    long messages = 0;
    for (String profile : mapping.profiles(watch, notes).keySet()) {
      Sweep.Question question =
          (part, most) -> ask(V3Body.search(profile, List.of(), part, most), watch);
      for (SipRow row :
          Sweep.rows(
              Span.of(window),
              Integer.MAX_VALUE,
              one -> window.contains(one.time()),
              question,
              cut,
              watch)) {
        methods.merge(row.method().isEmpty() ? "unknown" : row.method(), 1L, Long::sum);
        messages++;
      }
    }
    cut.all().forEach(notes::add);
    return new HomerStatistics(window, messages, methods, cut.all().isEmpty());
  }
}
