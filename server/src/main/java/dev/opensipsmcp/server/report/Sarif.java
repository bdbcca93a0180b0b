package dev.opensipsmcp.server.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.lint.LintReport;
import dev.opensipsmcp.cfg.lint.RuleInfo;
import dev.opensipsmcp.cfg.lint.Rules;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes an audit as SARIF 2.1.0 (OASIS), which code hosts and editors show. */
public final class Sarif {
  private Sarif() {}

  /**
   * {@return the log of one run}
   *
   * @param report what was found
   * @param origins where the text's characters come from
   */
  public static JsonObject of(LintReport report, Origins origins) {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "opensips-mcp");
    driver.add("rules", rules(report));
    JsonObject tool = new JsonObject();
    tool.add("driver", driver);
    JsonArray results = new JsonArray();
    report.findings().forEach(found -> results.add(result(found, origins)));
    JsonObject run = new JsonObject();
    run.add("tool", tool);
    run.add("results", results);
    JsonObject log = new JsonObject();
    log.addProperty("version", "2.1.0");
    log.addProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    JsonArray runs = new JsonArray();
    runs.add(run);
    log.add("runs", runs);
    return log;
  }

  private static JsonArray rules(LintReport report) {
    Set<String> used =
        report.findings().stream().map(it -> it.finding().id()).collect(Collectors.toSet());
    JsonArray rules = new JsonArray();
    for (RuleInfo rule : Rules.all()) {
      if (used.contains(rule.id())) {
        JsonObject json = new JsonObject();
        json.addProperty("id", rule.id());
        json.add("shortDescription", text(rule.title()));
        json.add("fullDescription", text(rule.why()));
        rules.add(json);
      }
    }
    return rules;
  }

  private static JsonObject result(LintReport.Fingerprinted found, Origins origins) {
    Finding finding = found.finding();
    JsonObject json = new JsonObject();
    json.addProperty("ruleId", finding.id());
    json.addProperty("level", level(finding.severity()));
    json.add(
        "message",
        text(
            finding.message()
                + " "
                + finding.reason()
                + finding.fix().map(fix -> " " + fix).orElse("")));
    JsonArray locations = new JsonArray();
    locations.add(location(origins.place(finding.span())));
    json.add("locations", locations);
    JsonObject prints = new JsonObject();
    prints.addProperty("opensipsMcp/v1", found.fingerprint());
    json.add("partialFingerprints", prints);
    return json;
  }

  private static JsonObject location(Place place) {
    JsonObject artifact = new JsonObject();
    artifact.addProperty("uri", place.file());
    JsonObject region = new JsonObject();
    region.addProperty("startLine", place.line());
    region.addProperty("startColumn", place.column());
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", artifact);
    physical.add("region", region);
    JsonObject location = new JsonObject();
    location.add("physicalLocation", physical);
    return location;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case FATAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, UNKNOWN -> "note";
    };
  }

  private static JsonObject text(String text) {
    JsonObject json = new JsonObject();
    json.addProperty("text", text);
    return json;
  }
}
