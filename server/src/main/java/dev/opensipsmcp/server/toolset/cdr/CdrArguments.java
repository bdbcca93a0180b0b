package dev.opensipsmcp.server.toolset.cdr;

import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The arguments that the tools for CDRs share. */
final class CdrArguments {
  private static final int DATE = 10;

  static final Schema.Property FROM =
      Schema.optional(
          "date_from", Schema.text("From, local time of the node").examples("2026-11-20T08:00:00"));

  static final Schema.Property UNTIL =
      Schema.optional("date_to", Schema.text("Until; a date is that whole day"));

  static final Schema.Property SOURCE =
      Schema.optional(
          "source", Schema.text("Table, columns").examples("table=acc,caller=src_user,trunk=gw"));

  private CdrArguments() {}

  /** {@return what is answered about the table and the time that are asked for} */
  static Outcome over(Arguments arguments, BiFunction<CdrSource, CdrSpan, Outcome> answer) {
    return switch (source(arguments, CdrSource.ACC)) {
      case Given.Bad<CdrSource>(Outcome.Failure failure) -> failure;
      case Given.Good<CdrSource>(CdrSource source) ->
          switch (span(arguments)) {
            case Given.Bad<CdrSpan>(Outcome.Failure failure) -> failure;
            case Given.Good<CdrSpan>(CdrSpan span) -> answer.apply(source, span);
          };
    };
  }

  /** {@return the table and the columns that are named} */
  static Given<CdrSource> source(Arguments arguments, CdrSource otherwise) {
    Map<CdrColumn, String> columns = new EnumMap<>(CdrColumn.class);
    String table = otherwise.table();
    for (String part : arguments.maybeText("source").orElse("").split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      Optional<CdrColumn> column = CdrColumn.parse(pair[0].strip());
      if (pair.length == 1) {
        table = pair[0].isEmpty() ? table : pair[0];
      } else if (pair[0].strip().equals("table")) {
        table = pair[1].strip();
      } else if (column.isPresent()) {
        columns.put(column.get(), pair[1].strip());
      } else {
        return Given.wrong(
            "source names " + pair[0] + ", which is no meaning of a column.",
            "Name table, caller, callee, trunk, pdd, id, time, method, call_id, from_tag, to_tag,"
                + " code, reason, duration, ms_duration, setup or created.");
      }
    }
    return new Given.Good<>(new CdrSource(table, columns));
  }

  /** {@return the time that is asked for} */
  static Given<CdrSpan> span(Arguments arguments) {
    Optional<String> from = arguments.maybeText("date_from");
    Optional<String> until = arguments.maybeText("date_to");
    Optional<LocalDateTime> begin = from.flatMap(text -> parsed(text, false));
    Optional<LocalDateTime> end = until.flatMap(text -> parsed(text, true));
    if (from.isPresent() != begin.isPresent()) {
      return unread("date_from", from.orElse(""));
    }
    if (until.isPresent() != end.isPresent()) {
      return unread("date_to", until.orElse(""));
    }
    if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
      return new Given.Bad<>(
          ToolError.TIME_RANGE_EMPTY.failure(
              "date_from does not lie before date_to.", "Exchange the two times."));
    }
    return new Given.Good<>(new CdrSpan(begin, end));
  }

  private static Given<CdrSpan> unread(String name, String text) {
    return new Given.Bad<>(
        ToolError.TIME_INVALID.failure(
            name + " is no date and time of the node's clock: " + text + ".",
            "Write 2026-11-20T08:00:00 or a date alone, without Z or an offset: module acc writes"
                + " the local time of its node, and no zone."));
  }

  private static Optional<LocalDateTime> parsed(String text, boolean wholeDay) {
    String plain = text.strip().replace(' ', 'T');
    try {
      if (plain.length() == DATE) {
        LocalDate day = LocalDate.parse(plain);
        return Optional.of((wholeDay ? day.plusDays(1) : day).atStartOfDay());
      }
      return Optional.of(LocalDateTime.parse(plain));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
