package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what the rules find. */
public final class Report {
  private final List<Finding> findings = new ArrayList<>();

  /** Notes something that OpenSIPS does not take. */
  void fatal(String id, Stage stage, Span span, String message, String fix) {
    fatal(id, stage.reason(), span, message, Optional.of(fix));
  }

  /** Notes something that OpenSIPS does not take, for which there may be no fix. */
  void fatal(String id, Stage stage, Span span, String message, Optional<String> fix) {
    fatal(id, stage.reason(), span, message, fix);
  }

  /** Notes something that OpenSIPS does not take, with a reason of its own. */
  public void fatal(String id, String reason, Span span, String message, Optional<String> fix) {
    findings.add(new Finding(id, Severity.FATAL, span, message, reason, fix));
  }

  /** Notes something that OpenSIPS starts with all the same. */
  void lesser(String id, Severity severity, Span span, String message, String reason, String fix) {
    findings.add(new Finding(id, severity, span, message, reason, Optional.of(fix)));
  }

  /** Notes something that was found elsewhere. */
  void add(Finding finding) {
    findings.add(finding);
  }

  /** {@return what was found, in the order of the text} */
  public List<Finding> findings() {
    findings.sort(Comparator.comparingInt(it -> it.span().start()));
    return List.copyOf(findings);
  }
}
