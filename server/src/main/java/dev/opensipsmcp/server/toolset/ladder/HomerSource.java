package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.toolset.ladder.Finding.Evidence;
import dev.opensipsmcp.server.toolset.ladder.Finding.Statement;
import dev.opensipsmcp.server.toolset.ladder.Finding.Unseen;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.LogLine;
import dev.opensipsmcp.sip.homer.QualityReport;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a Homer server keeps of a call beside its messages: reports of media quality, log lines.
 *
 * @param homer the server
 * @param callIds the Call-IDs
 * @param window when it was
 * @param watch withdraws
 */
record HomerSource(Homer homer, List<String> callIds, TimeWindow window, Watch watch) {
  private static final int MOST_LINES = 10;
  private static final int LONGEST = 300;

  HomerSource {
    callIds = List.copyOf(callIds);
  }

  Finding ask() {
    return quality().and(logs());
  }

  private Finding quality() {
    return switch (homer.quality(callIds, window, watch)) {
      case Found.Failure<List<QualityReport>>(TraceError error) ->
          Finding.none("media statistics", error.message());
      case Found.Value<List<QualityReport>>(List<QualityReport> reports, var _)
          when reports.isEmpty() ->
          Finding.none("media statistics", homer.name() + " has no RTCP reports of the call.");
      case Found.Value<List<QualityReport>>(List<QualityReport> reports, var _) ->
          new Finding(
              List.of(new Statement("media", summary(reports), List.of("h1"))),
              List.of(
                  new Evidence(
                      "h1",
                      homer.name() + " RTCP reports",
                      reports.size()
                          + " reports from "
                          + reports.getFirst().time()
                          + " to "
                          + reports.getLast().time())),
              List.of());
    };
  }

  private static String summary(List<QualityReport> reports) {
    StringBuilder text = new StringBuilder("RTCP told of ");
    double worst =
        reports.stream()
            .flatMapToDouble(one -> one.lostPercent().stream())
            .max()
            .orElse(Double.NaN);
    text.append(
        Double.isNaN(worst)
            ? "no share of lost packets"
            : String.format(Locale.ROOT, "at most %.1f %% lost packets in one report", worst));
    reports.stream()
        .flatMapToLong(one -> one.jitter().stream())
        .max()
        .ifPresent(jitter -> text.append(", jitter up to ").append(jitter).append(" clock units"));
    reports.stream()
        .flatMapToDouble(one -> one.mos().stream())
        .min()
        .ifPresent(mos -> text.append(String.format(Locale.ROOT, ", MOS down to %.1f", mos)));
    return text.append('.').toString();
  }

  private Finding logs() {
    return switch (homer.logs(callIds, window, watch)) {
      case Found.Failure<List<LogLine>>(TraceError error) ->
          new Finding(List.of(), List.of(), List.of(new Unseen("log in Homer", error.message())));
      case Found.Value<List<LogLine>>(List<LogLine> lines, var _) when lines.isEmpty() ->
          Finding.none("log in Homer", homer.name() + " has no log lines of the call.");
      case Found.Value<List<LogLine>>(List<LogLine> lines, var _) -> {
        List<Evidence> evidence = new ArrayList<>();
        for (LogLine line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
          String text = line.text();
          evidence.add(
              new Evidence(
                  "hl" + (evidence.size() + 1),
                  homer.name() + " log, " + line.time(),
                  text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
        }
        yield new Finding(
            List.of(
                new Statement(
                    "log",
                    homer.name() + " has " + lines.size() + " log lines of the call.",
                    evidence.stream().map(Evidence::id).toList())),
            evidence,
            List.of());
      }
    };
  }
}
