package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Node;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;

/** Takes what one rule finds. */
public final class Out {
  private final AuditRule rule;
  private final Version version;
  private final List<Finding> findings;

  /**
   * Makes it.
   *
   * @param rule the rule that looks
   * @param version for which it tells how to mend
   * @param findings where its findings go
   */
  public Out(AuditRule rule, Version version, List<Finding> findings) {
    this.rule = rule;
    this.version = version;
    this.findings = findings;
  }

  /** Takes a finding of the usual severity. */
  void at(Node node, String message) {
    at(node.span(), rule.info().severity(), message);
  }

  /** Takes a finding of the usual severity. */
  void at(Span span, String message) {
    at(span, rule.info().severity(), message);
  }

  /** Takes a finding. */
  void at(Span span, Severity severity, String message) {
    String fix = rule.fix().apply(version);
    findings.add(
        new Finding(
            rule.info().id(),
            severity,
            span,
            message,
            rule.info().why(),
            fix.isEmpty() ? Optional.empty() : Optional.of(fix)));
  }
}
