package dev.opensipsmcp.server.toolset.cdr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrFigures;
import dev.opensipsmcp.db.cdr.CdrGrouping;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.db.cdr.CdrSummary;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code cdr_summary}. */
final class CdrCount implements Work.Read {
  private static final int SHOWN = 100;
  private static final String HOUR = "hour";

  static final Schema.Property DIGITS =
      Schema.optional(
          "prefix_digits", Schema.integer("Digits of a prefix").between(1, 15).byDefault(4));

  static Tool tool() {
    return new Tool(
        "cdr_summary",
        "cdr",
        "Call volume and ratios",
        new Description(
            "Count calls with ASR, NER, ACD, minutes and delay by time, trunk, prefix or code.",
            "Use when asking for call volume, success ratios or mean duration of the past.",
            Optional.of(
                "Not for single calls, use `cdr_search`; not for causes, use"
                    + " `cdr_list_failures`."),
            Optional.empty(),
            "Returns the total and up to 100 groups. NER counts 2xx, 480, 486, 487, 600, 603;"
                + " 401 and 407 are no attempts."),
        CdrFind.DB_READ,
        true,
        Schema.arguments(
            CdrArguments.FROM,
            CdrArguments.UNTIL,
            Schema.optional(
                "group_by",
                Schema.text("What is put together")
                    .oneOf(HOUR, "day", "trunk", "prefix", "code")
                    .byDefault(HOUR)),
            DIGITS,
            Schema.optional("chart", Schema.flag("SVG of hours or days").byDefault(false)),
            CdrArguments.SOURCE),
        Schema.object(
            "Counts",
            Schema.required("about", CdrJson.about()),
            Schema.required(
                "delay_is", Schema.text("none, setup (s until answer) or pdd (stored)")),
            Schema.required("total", figures()),
            Schema.required("groups", Schema.list("Times in order, else most first", figures())),
            Schema.required("groups_found", Schema.integer("Groups there are")),
            Schema.optional("svg", Schema.text("The chart"))),
        Needs.database("acc"),
        List.of(
            "What was our ASR per hour yesterday?",
            "Show call volume and ACD by day for last week with a chart",
            "How many minutes did each trunk carry in November?"),
        List.of(),
        new CdrCount());
  }

  private static Schema figures() {
    return Schema.object(
        "Calls",
        Schema.optional("key", Schema.text("What they have in common")),
        Schema.required("attempts", Schema.integer("INVITEs but challenges")),
        Schema.required("answered", Schema.integer("Final code 2xx")),
        Schema.optional("asr_pct", Schema.number("Answered of 100 attempts")),
        Schema.optional("ner_pct", Schema.number("Carried by the network of 100 attempts")),
        Schema.optional("acd_s", Schema.number("Seconds that an answered call lasts")),
        Schema.required("minutes", Schema.number("Duration in all")),
        Schema.optional("delay_mean", Schema.number("Mean delay, see delay_is")),
        Schema.optional("delay_p95", Schema.number("95 of 100 calls stay within")));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return CdrArguments.over(arguments, (source, span) -> count(arguments, ports, source, span));
  }

  private static Outcome count(
      Arguments arguments, ReadPorts ports, CdrSource source, CdrSpan span) {
    CdrGrouping by =
        grouping(
            arguments.maybeText("group_by").orElse(HOUR), arguments.integer("prefix_digits", 4));
    return switch (ports.db().then((DbReads db) -> db.cdrs().summary(source, span, by))) {
      case DbResult.Failure<CdrAnswer<CdrSummary>> failed -> Given.failure(failed.error());
      case DbResult.Success<CdrAnswer<CdrSummary>>(CdrAnswer<CdrSummary> answer) ->
          told(answer, by, arguments.flag("chart", false));
    };
  }

  /** {@return the grouping of that name} */
  static CdrGrouping grouping(String name, int digits) {
    return switch (name) {
      case "day" -> new CdrGrouping.Day();
      case "trunk" -> new CdrGrouping.Trunk();
      case "code" -> new CdrGrouping.Code();
      case "prefix" -> new CdrGrouping.Prefix(digits);
      default -> new CdrGrouping.Hour();
    };
  }

  private static Outcome told(CdrAnswer<CdrSummary> answer, CdrGrouping by, boolean chart) {
    CdrSummary summary = answer.value();
    List<String> warnings = new ArrayList<>(answer.about().warnings());
    JsonObject json = new JsonObject();
    json.add("about", CdrJson.about(answer.about()));
    json.addProperty("delay_is", CdrJson.word(summary.delay()));
    json.add("total", json(summary.total()));
    JsonArray groups = new JsonArray();
    summary.groups().stream().limit(SHOWN).map(CdrCount::json).forEach(groups::add);
    json.add("groups", groups);
    json.addProperty("groups_found", summary.found());
    if (summary.found() > SHOWN) {
      warnings.add(
          SHOWN
              + " of "
              + summary.found()
              + " groups are shown; the total has all. Ask for a shorter time, or for longer"
              + " groups.");
    }
    if (chart) {
      Optional<String> svg = CdrChart.of(summary, answer.about(), by);
      svg.ifPresent(picture -> json.addProperty("svg", picture));
      if (svg.isEmpty()) {
        warnings.add("There is a chart of at most 200 hours or days, and of nothing else.");
      }
    }
    return new Outcome.Value(json, warnings);
  }

  private static JsonObject json(CdrFigures figures) {
    JsonObject json = new JsonObject();
    if (!figures.key().isEmpty()) {
      json.addProperty("key", figures.key());
    }
    json.addProperty("attempts", figures.attempts());
    json.addProperty("answered", figures.answered());
    CdrJson.add(json, "asr_pct", CdrJson.percent(figures.asr()));
    CdrJson.add(json, "ner_pct", CdrJson.percent(figures.ner()));
    CdrJson.add(json, "acd_s", figures.acd());
    CdrJson.add(json, "minutes", Optional.of(figures.seconds().doubleValue() / 60));
    CdrJson.add(json, "delay_mean", figures.meanDelay());
    CdrJson.add(json, "delay_p95", figures.delay95().map(Number::doubleValue));
    return json;
  }
}
