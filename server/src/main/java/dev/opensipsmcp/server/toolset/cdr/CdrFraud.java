package dev.opensipsmcp.server.toolset.cdr;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.cdr.CdrAlarm;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.db.cdr.FraudQuestion;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tool {@code cdr_check_fraud}. */
final class CdrFraud implements Work.Read {
  private static final int TOP = 20;
  private static final Pattern NIGHT = Pattern.compile("([01]?\\d|2[0-3])-([01]?\\d|2[0-3])");

  static Tool tool() {
    return new Tool(
        "cdr_check_fraud",
        "cdr",
        "Suspicious callers",
        new Description(
            "Check CDRs for sudden spending, night bursts and bursts of short calls.",
            "Use when toll fraud is feared, or minutes to some prefix jump.",
            Optional.of("Not for faulty records; use `cdr_audit`."),
            Optional.empty(),
            "Returns alarms beside the same length of time before. At most 31 days."),
        CdrFind.DB_READ,
        true,
        Schema.arguments(
            CdrArguments.FROM,
            CdrArguments.UNTIL,
            CdrCount.DIGITS,
            Schema.optional(
                "factor", Schema.integer("Times the amount before").atLeast(1).byDefault(3)),
            Schema.optional(
                "min_minutes", Schema.integer("To a prefix, at least").atLeast(1).byDefault(60)),
            Schema.optional(
                "min_calls", Schema.integer("Calls of a burst").atLeast(1).byDefault(20)),
            Schema.optional(
                "short_call_sec", Schema.integer("Longest short call").between(0, 60).byDefault(6)),
            Schema.optional("night", Schema.text("Hours of the night").byDefault("22-6")),
            CdrArguments.SOURCE),
        Schema.object(
            "Alarms",
            Schema.required("about", CdrJson.about()),
            Schema.required(
                "alarms",
                Schema.list(
                    "Most first, by kind",
                    Schema.object(
                        "More than before",
                        Schema.required("kind", Schema.text("spending, night_burst, short_calls")),
                        Schema.optional("caller", Schema.text("Whose")),
                        Schema.optional("prefix", Schema.text("Whereto")),
                        Schema.required("calls", Schema.integer("Calls")),
                        Schema.required("calls_before", Schema.integer("Calls before")),
                        Schema.required("minutes", Schema.number("Minutes")),
                        Schema.required("minutes_before", Schema.number("Minutes before")),
                        Schema.optional("factor", Schema.number("Absent: none before")))))),
        Needs.database("acc"),
        List.of(
            "Is there toll fraud in last night's CDRs?",
            "Who suddenly spends many minutes to expensive prefixes?",
            "Look for bursts of short calls against the day before"),
        List.of("cdr_fraud"),
        new CdrFraud());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return CdrArguments.over(arguments, (source, span) -> ask(arguments, ports, source, span));
  }

  private static Outcome ask(Arguments arguments, ReadPorts ports, CdrSource source, CdrSpan span) {
    String hours = arguments.maybeText("night").orElse("22-6").strip();
    Matcher night = NIGHT.matcher(hours);
    if (!night.matches()) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "night is no range of hours: " + hours + ".", "Write the first hour and the end: 22-6.");
    }
    FraudQuestion question =
        new FraudQuestion(
            source,
            span,
            arguments.integer("prefix_digits", 4),
            arguments.integer("factor", 3),
            arguments.integer("min_minutes", 60),
            arguments.integer("min_calls", 20),
            arguments.integer("short_call_sec", 6),
            Integer.parseInt(night.group(1)),
            Integer.parseInt(night.group(2)),
            TOP);
    return CdrJson.rows(
        ports.db().then((DbReads db) -> db.cdrs().fraud(question)), "alarms", CdrFraud::json);
  }

  private static JsonObject json(CdrAlarm alarm) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", alarm.kind().label());
    if (!alarm.caller().isEmpty()) {
      json.addProperty("caller", alarm.caller());
    }
    if (!alarm.prefix().isEmpty()) {
      json.addProperty("prefix", alarm.prefix());
    }
    json.addProperty("calls", alarm.calls());
    json.addProperty("calls_before", alarm.callsBefore());
    CdrJson.add(json, "minutes", Optional.of(alarm.seconds() / 60.0));
    CdrJson.add(json, "minutes_before", Optional.of(alarm.secondsBefore() / 60.0));
    CdrJson.add(json, "factor", alarm.factor());
    return json;
  }
}
