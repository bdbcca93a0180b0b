package dev.opensipsmcp.server.toolset.cdr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.cdr.AuditQuestion;
import dev.opensipsmcp.db.cdr.CdrFinding;
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

/** The tool {@code cdr_audit}. */
final class CdrAudit implements Work.Read {
  private static final int SAMPLES = 5;

  static Tool tool() {
    return new Tool(
        "cdr_audit",
        "cdr",
        "Faults in the CDRs",
        new Description(
            "Check CDRs for gaps, duplicates, wrong durations, missing codes and overlaps.",
            "Use when bills are doubted, records seem lost, or durations are 0.",
            Optional.of("Not for suspicious traffic; use `cdr_check_fraud`."),
            Optional.empty(),
            "Returns kinds that occur, with count and samples. At most 31 days at once."),
        CdrFind.DB_READ,
        true,
        Schema.arguments(
            CdrArguments.FROM,
            CdrArguments.UNTIL,
            Schema.optional(
                "max_gap_sec",
                Schema.integer("Seconds without a row that are a gap")
                    .between(1, 2_678_400)
                    .byDefault(300)),
            Schema.optional(
                "long_call_threshold_sec",
                Schema.integer("Seconds that make a long call")
                    .between(1, 2_678_400)
                    .byDefault(14_400)),
            Schema.optional(
                "samples", Schema.integer("Rows shown per kind").between(1, 20).byDefault(SAMPLES)),
            CdrArguments.SOURCE),
        Schema.object(
            "Findings",
            Schema.required("about", CdrJson.about()),
            Schema.required(
                "findings",
                Schema.list(
                    "One for each kind",
                    Schema.object(
                        "A kind of fault",
                        Schema.required("kind", Schema.text("Which")),
                        Schema.required("meaning", Schema.text("What it means")),
                        Schema.required("count", Schema.integer("How often")),
                        Schema.required(
                            "samples", Schema.list("Some of them", Schema.map("A row"))))))),
        Needs.database("acc"),
        List.of(
            "Are CDRs missing or duplicated in the last day?",
            "Audit the accounting of November 20th",
            "Why do some CDRs have duration 0?"),
        List.of(),
        new CdrAudit());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return CdrArguments.over(
        arguments,
        (source, span) -> {
          AuditQuestion question =
              new AuditQuestion(
                  source,
                  span,
                  arguments.integer("max_gap_sec", 300),
                  arguments.integer("long_call_threshold_sec", 14_400),
                  arguments.integer("samples", SAMPLES));
          return CdrJson.rows(
              ports.db().then((DbReads db) -> db.cdrs().audit(question)),
              "findings",
              CdrAudit::json);
        });
  }

  private static JsonObject json(CdrFinding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", finding.kind().label());
    json.addProperty("meaning", finding.kind().meaning());
    json.addProperty("count", finding.count());
    JsonArray samples = new JsonArray();
    finding.samples().stream().map(CdrJson::object).forEach(samples::add);
    json.add("samples", samples);
    return json;
  }
}
