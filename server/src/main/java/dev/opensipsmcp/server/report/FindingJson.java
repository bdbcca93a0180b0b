package dev.opensipsmcp.server.report;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Writes findings as JSON. */
public final class FindingJson {
  private FindingJson() {}

  /**
   * {@return a finding with its place}
   *
   * @param finding what was found
   * @param origins where the text's characters come from
   */
  public static JsonObject of(Finding finding, Origins origins) {
    JsonObject json = new JsonObject();
    json.addProperty("rule", finding.id());
    json.addProperty("severity", label(finding.severity()));
    place(json, origins.place(finding.span()));
    json.addProperty("message", finding.message());
    json.addProperty("reason", finding.reason());
    finding.fix().ifPresent(fix -> json.addProperty("fix", fix));
    return json;
  }

  /** Adds file, line and column. */
  public static void place(JsonObject json, Place place) {
    json.addProperty("file", place.file());
    json.addProperty("line", place.line());
    json.addProperty("column", place.column());
  }

  /** {@return how many there are of each severity, the worst first} */
  public static JsonObject counts(Collection<Finding> findings) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    JsonObject json = new JsonObject();
    counts.forEach((severity, count) -> json.addProperty(label(severity), count));
    return json;
  }

  /** {@return a severity's written form, for example {@code high}} */
  public static String label(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
