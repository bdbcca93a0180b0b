package dev.opensipsmcp.cfg.lint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.lint.LintReport.Fingerprinted;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a report as SARIF 2.1.0, the format in which code hosts take findings. The order of rules
 * and results is that of the report, so that the same report gives the same text.
 */
public final class Sarif {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private Sarif() {}

  /**
   * Writes a report.
   *
   * @param report the report
   * @param origins where the parts of the text come from
   * @param toolVersion the version of this product
   * @return the JSON text
   */
  public static String write(LintReport report, Origins origins, String toolVersion) {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "opensips-mcp");
    driver.addProperty("version", toolVersion);
    JsonArray rules = new JsonArray();
    Map<String, Integer> index = new TreeMap<>();
    for (String id : ids(report)) {
      index.put(id, rules.size());
      rules.add(rule(id));
    }
    driver.add("rules", rules);
    JsonObject tool = new JsonObject();
    tool.add("driver", driver);
    JsonArray results = new JsonArray();
    report.findings().forEach(f -> results.add(result(f, index, origins, "", "new")));
    report.known().forEach(f -> results.add(result(f, index, origins, "", "unchanged")));
    report
        .suppressed()
        .forEach(f -> results.add(result(f, index, origins, "inSource", "unchanged")));
    JsonObject run = new JsonObject();
    run.add("tool", tool);
    run.addProperty("columnKind", "utf16CodeUnits");
    run.add("results", results);
    run.add("invocations", invocations(report));
    JsonArray runs = new JsonArray();
    runs.add(run);
    JsonObject log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    log.add("runs", runs);
    return PRETTY.toJson(log) + "\n";
  }

  private static Set<String> ids(LintReport report) {
    Set<String> ids = new TreeSet<>();
    for (var part : List.of(report.findings(), report.known(), report.suppressed())) {
      part.forEach(found -> ids.add(found.finding().id()));
    }
    return ids;
  }

  private static JsonObject rule(String id) {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    Rules.find(id)
        .ifPresent(rule -> {
          json.add("shortDescription", text(rule.title()));
          json.add("fullDescription", text(rule.why()));
          JsonObject configuration = new JsonObject();
          configuration.addProperty("level", level(rule.severity()));
          json.add("defaultConfiguration", configuration);
        });
    return json;
  }

  private static JsonObject result(
      Fingerprinted found,
      Map<String, Integer> index,
      Origins origins,
      String suppression,
      String state) {
    Finding finding = found.finding();
    JsonObject json = new JsonObject();
    json.addProperty("ruleId", finding.id());
    json.addProperty("ruleIndex", index.get(finding.id()));
    json.addProperty("level", level(finding.severity()));
    String fix = finding.fix().map(words -> " " + words).orElse("");
    json.add("message", text(finding.message() + " " + finding.reason() + fix));
    JsonArray locations = new JsonArray();
    locations.add(location(finding, origins));
    json.add("locations", locations);
    JsonObject prints = new JsonObject();
    prints.addProperty("opensipsMcp/v1", found.fingerprint());
    json.add("partialFingerprints", prints);
    json.addProperty("baselineState", state);
    if (!suppression.isEmpty()) {
      JsonObject kind = new JsonObject();
      kind.addProperty("kind", suppression);
      JsonArray suppressions = new JsonArray();
      suppressions.add(kind);
      json.add("suppressions", suppressions);
    }
    return json;
  }

  private static JsonObject location(Finding finding, Origins origins) {
    Place start = origins.place(finding.span().start());
    Place end = origins.place(finding.span().end());
    JsonObject file = new JsonObject();
    file.addProperty("uri", start.file().replace('\\', '/').replace(" ", "%20"));
    JsonObject region = new JsonObject();
    region.addProperty("startLine", start.line());
    region.addProperty("startColumn", start.column());
    if (end.file().equals(start.file())) {
      region.addProperty("endLine", end.line());
      region.addProperty("endColumn", end.column());
    }
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", file);
    physical.add("region", region);
    JsonObject location = new JsonObject();
    location.add("physicalLocation", physical);
    return location;
  }

  private static JsonArray invocations(LintReport report) {
    JsonArray notes = new JsonArray();
    for (LintReport.NotLookedAt left : report.notLookedAt()) {
      JsonObject note = new JsonObject();
      note.addProperty("level", "note");
      note.add("message", text(left.id() + " was not looked at. " + left.why()));
      notes.add(note);
    }
    JsonObject invocation = new JsonObject();
    invocation.addProperty("executionSuccessful", true);
    invocation.add("toolConfigurationNotifications", notes);
    JsonArray invocations = new JsonArray();
    invocations.add(invocation);
    return invocations;
  }

  private static JsonObject text(String words) {
    JsonObject json = new JsonObject();
    json.addProperty("text", words);
    return json;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case FATAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, UNKNOWN -> "note";
    };
  }
}
