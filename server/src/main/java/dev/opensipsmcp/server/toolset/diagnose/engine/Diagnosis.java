package dev.opensipsmcp.server.toolset.diagnose.engine;

import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Fine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What came of a task: the causes, surest first, what is fine, and the evidence of both.
 *
 * @param task the task
 * @param evidence seen or not
 * @param findings the causes, surest first; of equally sure ones in the order of the rules
 * @param fine what was looked at and is as it should be
 */
public record Diagnosis(
    Task task, List<Evidence> evidence, List<Finding> findings, List<Fine> fine) {
  public Diagnosis {
    evidence = List.copyOf(evidence);
    findings = List.copyOf(findings);
    fine = List.copyOf(fine);
  }

  /** {@return what the task's rules say of the evidence} */
  public static Diagnosis of(Task task, List<Evidence> evidence, Question question) {
    Facts facts = new Facts(evidence);
    List<Finding> findings = new ArrayList<>();
    List<Fine> fine = new ArrayList<>();
    for (Rule rule : task.rules()) {
      for (Judgement judgement : rule.judge().of(facts, question)) {
        switch (judgement) {
          case Finding finding -> findings.add(finding);
          case Fine good -> fine.add(good);
        }
      }
    }
    findings.sort(Comparator.comparing(Finding::confidence));
    return new Diagnosis(task, evidence, findings, fine);
  }
}
