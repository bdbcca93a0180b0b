package dev.opensipsmcp.server.toolset.cdr;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.cdr.CdrFailure;
import dev.opensipsmcp.db.cdr.FailureQuestion;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;

/** The tool {@code cdr_list_failures}. */
final class CdrFailures implements Work.Read {
  private static final int TOP = 20;

  static final Schema.Property TOP_ROWS =
      Schema.optional("top", Schema.integer("Rows at most").between(1, 100).byDefault(TOP));

  static Tool tool() {
    return new Tool(
        "cdr_list_failures",
        "cdr",
        "Destinations that fail",
        new Description(
            "List failing prefixes or trunks by final code, those that surely fail most first.",
            "Use when asking which destination, gateway or carrier fails, and with which code.",
            Optional.of("Not for the overall ratios; use `cdr_summary`."),
            Optional.empty(),
            "Returns counts, ratio and its 95 % Wilson interval, whose lower end ranks them."),
        CdrFind.DB_READ,
        true,
        Schema.arguments(
            CdrArguments.FROM,
            CdrArguments.UNTIL,
            Schema.optional(
                "by", Schema.text("Prefix or trunk").oneOf("prefix", "trunk").byDefault("prefix")),
            CdrCount.DIGITS,
            Schema.optional(
                "min_attempts",
                Schema.integer("Calls to it, at least").between(1, 1_000_000).byDefault(10)),
            TOP_ROWS,
            CdrArguments.SOURCE),
        Schema.object(
            "Failures",
            Schema.required("about", CdrJson.about()),
            Schema.required(
                "failures",
                Schema.list(
                    "Surest first",
                    Schema.object(
                        "A destination and a code",
                        Schema.required("destination", Schema.text("Prefix or trunk")),
                        Schema.required("code", Schema.text("Final code")),
                        Schema.required("failed", Schema.integer("Calls that got it")),
                        Schema.required("attempts", Schema.integer("Calls tried to it")),
                        Schema.required("ratio_pct", Schema.number("Failed so of 100 tried")),
                        Schema.required("low_pct", Schema.number("Least that agrees")),
                        Schema.required("high_pct", Schema.number("Most that agrees")))))),
        Needs.database("acc"),
        List.of(
            "Which destinations fail most today, and with which code?",
            "Which gateway fails most in the CDRs?",
            "Rank failing prefixes of last night with confidence"),
        List.of("cdr_failures"),
        new CdrFailures());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return CdrArguments.over(
        arguments,
        (source, span) -> {
          FailureQuestion question =
              new FailureQuestion(
                  source,
                  span,
                  CdrCount.grouping(
                      arguments.maybeText("by").orElse("prefix"),
                      arguments.integer("prefix_digits", 4)),
                  arguments.integer("min_attempts", 10),
                  arguments.integer("top", TOP));
          return CdrJson.rows(
              ports.db().then((DbReads db) -> db.cdrs().failures(question)),
              "failures",
              CdrFailures::json);
        });
  }

  private static JsonObject json(CdrFailure failure) {
    JsonObject json = new JsonObject();
    json.addProperty("destination", failure.destination());
    json.addProperty("code", failure.code());
    json.addProperty("failed", failure.failed());
    json.addProperty("attempts", failure.attempts());
    CdrJson.add(json, "ratio_pct", Optional.of(failure.ratio() * 100));
    CdrJson.add(json, "low_pct", Optional.of(failure.confidence().low() * 100));
    CdrJson.add(json, "high_pct", Optional.of(failure.confidence().high() * 100));
    return json;
  }
}
