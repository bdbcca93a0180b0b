package dev.opensipsmcp.server.toolset.diagnose.task;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.lint.RuleInfo;
import dev.opensipsmcp.cfg.lint.Rules;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import java.util.ArrayList;
import java.util.List;

/** Findings of a configuration's audit or check as findings of a diagnosis. */
final class Audit {
  private static final int MOST = 8;

  private Audit() {}

  /**
   * {@return a rule that hands on what the audit found}
   *
   * @param about what its rules look for
   * @param confidence how sure it is that this leads to the symptom
   */
  static Rule rule(String about, Confidence confidence) {
    return new Rule("in opensips.cfg: " + about, (facts, _) -> judged(facts, about, confidence));
  }

  private static List<Judgement> judged(Facts facts, String about, Confidence confidence) {
    if (!facts.has(Looks.LINT)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>(findings(facts, Looks.LINT, confidence));
    return judged.isEmpty()
        ? Judgement.fine(Looks.LINT, "The configuration has none of: " + about + ".")
        : judged;
  }

  /** {@return a page of findings of a tool on configurations} */
  static List<Finding> findings(Facts facts, String key, Confidence confidence) {
    return facts.rows(key, "findings").stream()
        .limit(MOST)
        .map(row -> finding(key, row, confidence))
        .toList();
  }

  static Finding finding(String key, JsonObject row, Confidence confidence) {
    String rule = Json.text(row, "rule");
    long line = Json.number(row, "line", 0);
    List<Cited> cited = new ArrayList<>();
    cited.add(Cited.text(key, "rule", rule));
    cited.add(Cited.number(key, "line", line, ""));
    cited.add(Cited.text(key, "message", Json.text(row, "message")));
    if (row.has("fix")) {
      cited.add(Cited.text(key, "fix", Json.text(row, "fix")));
    }
    return Judgement.found(
        confidence, "opensips.cfg line " + line + ": " + title(rule) + " (" + rule + ").", cited);
  }

  private static String title(String rule) {
    return Rules.all().stream()
        .filter(info -> info.id().equals(rule))
        .map(RuleInfo::title)
        .findFirst()
        .orElseGet(() -> rule.replace('-', ' '));
  }
}
