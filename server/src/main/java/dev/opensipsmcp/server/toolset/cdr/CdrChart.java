package dev.opensipsmcp.server.toolset.cdr;

import dev.opensipsmcp.db.cdr.CdrAbout;
import dev.opensipsmcp.db.cdr.CdrFigures;
import dev.opensipsmcp.db.cdr.CdrGrouping;
import dev.opensipsmcp.db.cdr.CdrSummary;
import dev.opensipsmcp.server.toolset.chart.TimeChart;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws calls over time. Hours and days without a call stand there empty. */
final class CdrChart {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:00");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MM-dd");
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private CdrChart() {}

  /** {@return the picture; empty where it would have no time, or too many} */
  static Optional<String> of(CdrSummary summary, CdrAbout about, CdrGrouping by) {
    boolean hours = by instanceof CdrGrouping.Hour;
    if (!hours && !(by instanceof CdrGrouping.Day)) {
      return Optional.empty();
    }
    List<LocalDateTime> times = times(about, hours);
    if (times.isEmpty() || times.size() > TimeChart.MOST) {
      return Optional.empty();
    }
    Map<String, CdrFigures> figures = new HashMap<>();
    summary.groups().forEach(group -> figures.put(group.key(), group));
    List<Long> answered = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    List<Optional<Double>> asr = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean clock = hours && about.window().length().compareTo(TWO_DAYS) <= 0;
    for (LocalDateTime time : times) {
      CdrFigures group = figures.get((hours ? HOUR : DAY).format(time));
      answered.add(group == null ? 0 : group.answered());
      others.add(group == null ? 0 : group.attempts() - group.answered());
      asr.add(group == null ? Optional.empty() : CdrJson.percent(group.asr()));
      names.add(name(time, hours, clock));
    }
    LocalDate first = times.getFirst().toLocalDate();
    LocalDate last = times.getLast().toLocalDate();
    return Optional.of(
        TimeChart.of(
            new TimeChart.Words(
                "Calls by "
                    + (hours ? "hour, " : "day, ")
                    + first
                    + (first.equals(last) ? "" : " to " + last),
                hours && !clock ? "hour by hour, on the node's clock" : "on the node's clock",
                "attempts"),
            names,
            List.of(
                new TimeChart.Bars("answered", answered),
                new TimeChart.Bars("not answered", others)),
            new TimeChart.Line("ASR", asr)));
  }

  private static String name(LocalDateTime time, boolean hours, boolean clock) {
    if (clock) {
      return CLOCK.format(time);
    }
    return hours && time.getHour() > 0 ? "" : SHORT_DAY.format(time);
  }

  private static List<LocalDateTime> times(CdrAbout about, boolean hours) {
    LocalDateTime from = about.window().from();
    LocalDateTime time =
        hours ? from.withMinute(0).withSecond(0).withNano(0) : from.toLocalDate().atStartOfDay();
    List<LocalDateTime> times = new ArrayList<>();
    while (time.isBefore(about.window().until()) && times.size() <= TimeChart.MOST) {
      times.add(time);
      time = hours ? time.plusHours(1) : time.plusDays(1);
    }
    return times;
  }
}
