package dev.opensipsmcp.server.toolset.config;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.server.report.FindingJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.List;

/** A page of findings beside other data. */
final class Findings {
  static final int PAGE = 40;
  static final Schema.Property COUNTS =
      Schema.required("counts", Schema.map("Findings per severity"));
  static final Schema.Property FINDINGS =
      Schema.required(
          "findings",
          Schema.list("In text order", Schema.map("rule, severity, place, message, fix")));
  static final Schema.Property NEXT =
      Schema.optional("next_cursor", Schema.text("Cursor of the next page"));

  private Findings() {}

  /** {@return whether the cursor is one} */
  static boolean page(
      JsonObject json, List<Finding> findings, Origins origins, Arguments arguments) {
    long from = Paging.start(arguments);
    if (from < 0) {
      return false;
    }
    json.add("counts", FindingJson.counts(findings));
    int first = (int) Math.min(from, findings.size());
    int last = (int) Math.min((long) first + arguments.integer("limit", PAGE), findings.size());
    JsonArray page = new JsonArray();
    findings.subList(first, last).forEach(found -> page.add(FindingJson.of(found, origins)));
    json.add("findings", page);
    if (last < findings.size()) {
      json.addProperty("next_cursor", Integer.toString(last));
    }
    return true;
  }
}
