package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.homer.HomerAlias;
import dev.opensipsmcp.sip.homer.LogLine;
import dev.opensipsmcp.sip.homer.QualityReport;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads of answers what both generations have; how a row is written is each one's own. */
final class Answers {
  private Answers() {}

  /** {@return the reports in the blocks of RTCP and RTP, oldest first} */
  static List<QualityReport> quality(
      JsonObject answer, TimeWindow window, Function<JsonObject, SipRow> reader) {
    List<QualityReport> reports = new ArrayList<>();
    for (String block : List.of("rtcp", "rtp")) {
      for (JsonObject json : Json.objects(Json.object(answer, block).get("data"))) {
        SipRow row = reader.apply(json);
        if (window.contains(row.time())) {
          reports.addAll(Reports.of(row, block.equals("rtcp") ? "rtcp" : "xr"));
        }
      }
    }
    reports.sort(Comparator.comparing(QualityReport::time));
    return reports;
  }

  /** {@return the log lines, oldest first} */
  static List<LogLine> logs(
      List<JsonObject> rows, TimeWindow window, Function<JsonObject, SipRow> reader) {
    List<LogLine> lines = new ArrayList<>();
    for (JsonObject json : rows) {
      SipRow row = reader.apply(json);
      if (window.contains(row.time())) {
        lines.add(new LogLine(row.time(), row.callId(), row.agent(), row.raw()));
      }
    }
    lines.sort(Comparator.comparing(LogLine::time));
    return lines;
  }

  /** {@return the names of addresses, of which a status says whether each is in use} */
  static List<HomerAlias> aliases(List<JsonObject> rows, Predicate<String> inUse) {
    List<HomerAlias> aliases = new ArrayList<>();
    for (JsonObject json : rows) {
      aliases.add(
          new HomerAlias(
              Json.text(json, "alias"),
              Ends.shortest(Json.text(json, "ip")),
              Json.whole(json, 0, "port"),
              Json.whole(json, 32, "mask"),
              inUse.test(Json.text(json, "status"))));
    }
    return aliases;
  }

  /** {@return the Call-IDs in parts of at most so many, as a server takes them} */
  static List<List<String>> parts(Collection<String> ids, int most) {
    List<String> all = List.copyOf(ids);
    List<List<String>> parts = new ArrayList<>();
    for (int at = 0; at < all.size(); at += most) {
      parts.add(all.subList(at, Math.min(all.size(), at + most)));
    }
    return parts;
  }
}
