package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param findings in the order of the text
 * @param suppressed findings that a comment in the text explains
 * @param known findings that the baseline has
 * @param notLookedAt rules that were wanted and could not be applied
 */
public record LintReport(
    List<Fingerprinted> findings,
    List<Fingerprinted> suppressed,
    List<Fingerprinted> known,
    List<NotLookedAt> notLookedAt) {
  public LintReport {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    known = List.copyOf(known);
    notLookedAt = List.copyOf(notLookedAt);
  }

  /** {@return how many findings there are of each severity} */
  public Map<Severity, Integer> counts() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    findings.forEach(found -> counts.merge(found.finding().severity(), 1, Integer::sum));
    return counts;
  }

  /**
   * A finding, and what it is recognised by.
   *
   * @param finding what was found
   * @param fingerprint 16 hexadecimal digits that stay the same when lines are added or removed
   *     elsewhere
   */
  public record Fingerprinted(Finding finding, String fingerprint) {}

  /**
   * A rule that was not applied.
   *
   * @param id the rule's
   * @param why why not, one sentence
   */
  public record NotLookedAt(String id, String why) {}
}
