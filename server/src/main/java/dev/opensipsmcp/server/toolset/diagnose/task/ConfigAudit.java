package dev.opensipsmcp.server.toolset.diagnose.task;

import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.List;

/** A configuration before it goes live. */
final class ConfigAudit {
  private static final String HIGH = "high";

  static final Task TASK =
      new Task(
          "config_audit",
          "Audit of a configuration",
          List.of(
              "audit my config before go-live",
              "is my opensips.cfg secure",
              "review the configuration for weak spots",
              "am I an open relay",
              "check best practices in my script",
              "is this script safe",
              "check the configuration for security holes",
              "security review before production",
              "is anything bad or dangerous in my config",
              "we open it to the internet, harden it",
              "vulnerabilities of my configuration",
              "a weakness that a hacker finds in the file"),
          List.of(
              new Look(
                  HIGH,
                  "opensips.cfg by all rules of the audit",
                  question ->
                      Looks.configuration(question)
                          .<Way>map(json -> {
                            json.addProperty("severity", "high");
                            return new Way.Tool("cfg_lint", json);
                          })
                          .orElseGet(
                              () -> Looks.noConfiguration("all rules of the audit applied")))),
          List.of(new Rule("high findings of the audit", ConfigAudit::high)),
          List.of(
              Move.of("cfg_file_list", "Which files can be audited"),
              Move.of("cfg_list_lint_rules", "What is looked for"),
              Move.of("instance_list", "Which nodes the audit can be held against with live")));

  private ConfigAudit() {}

  private static List<? extends Judgement> high(Facts facts, Question question) {
    if (!facts.has(HIGH)) {
      return List.of();
    }
    List<Finding> findings = Audit.findings(facts, HIGH, Confidence.CERTAIN);
    return findings.isEmpty()
        ? Judgement.fine(HIGH, "The audit has no high finding; cfg_lint tells medium and low ones.")
        : findings;
  }
}
