package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.internal.lint.AuditRule;
import dev.opensipsmcp.cfg.internal.lint.Catalogue;
import dev.opensipsmcp.cfg.internal.lint.FromCheck;
import dev.opensipsmcp.cfg.internal.lint.Out;
import dev.opensipsmcp.cfg.internal.lint.Subject;
import dev.opensipsmcp.cfg.internal.lint.Suppressions;
import dev.opensipsmcp.cfg.lint.LintReport.Fingerprinted;
import dev.opensipsmcp.cfg.lint.LintReport.NotLookedAt;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Audits configurations: applies the rules of the {@link Rules catalogue}. Safe to share. */
public final class Linter {

  /** Makes an auditor. It holds nothing. */
  public Linter() {}

  /**
   * Audits a configuration.
   *
   * @param program the configuration, its includes put in place
   * @param settings which rules, for which version, with what is known beside the text
   * @return what was found, and which rules could not be applied
   */
  public LintReport lint(Program program, LintSettings settings) {
    Subject subject =
        new Subject(
            program, Facts.of(settings.version()), settings.release(), settings.surroundings());
    List<Finding> all = new ArrayList<>();
    List<NotLookedAt> left = new ArrayList<>();
    Set<String> looked = new HashSet<>();
    Set<String> byCheck = new HashSet<>();
    for (AuditRule rule : Catalogue.RULES) {
      String id = rule.info().id();
      if (settings.wants(id)) {
        Optional<String> obstacle =
            obstacle(rule.info(), settings).or(() -> rule.obstacle().apply(subject));
        if (obstacle.isPresent()) {
          left.add(new NotLookedAt(id, obstacle.get()));
        } else {
          looked.add(id);
          if (rule.info().byCheck()) {
            byCheck.add(id);
          }
          rule.look().at(subject, new Out(rule, settings.version(), all));
        }
      }
    }
    all.addAll(FromCheck.findings(program, Facts.of(settings.version()), byCheck));
    if (!subject.flow().complete()) {
      left.add(
          new NotLookedAt(
              "flow", "The routes call each other so often that not every way was followed."));
    }
    return sorted(program, settings, all, looked, left);
  }

  private static Optional<String> obstacle(RuleInfo rule, LintSettings settings) {
    if (!rule.appliesTo(settings.version())) {
      return Optional.of("It does not apply to " + settings.version().label() + ".");
    }
    Surroundings around = settings.surroundings();
    boolean there =
        switch (rule.need()) {
          case TEXT -> true;
          case LIVE -> around.live().isPresent();
          case HOST -> around.host().isPresent();
          case DATABASE -> around.database().isPresent();
        };
    return there
        ? Optional.empty()
        : Optional.of("It needs " + rule.need().words() + ", and nothing is known of that.");
  }

  private static LintReport sorted(
      Program program,
      LintSettings settings,
      List<Finding> all,
      Set<String> looked,
      List<NotLookedAt> left) {
    all.sort(
        Comparator.comparingInt((Finding finding) -> finding.span().start())
            .thenComparing(Finding::id));
    Suppressions suppressions = Suppressions.of(program);
    List<Finding> open = new ArrayList<>();
    List<Finding> excepted = new ArrayList<>();
    for (Finding finding : all) {
      (suppressions.covers(finding) ? excepted : open).add(finding);
    }
    suppressions.faults(looked).stream().filter(f -> settings.wants(f.id())).forEach(open::add);
    open.sort(Comparator.comparingInt(finding -> finding.span().start()));
    Fingerprints fingerprints = new Fingerprints(program);
    List<Fingerprinted> findings = new ArrayList<>();
    List<Fingerprinted> known = new ArrayList<>();
    for (Finding finding : open) {
      Fingerprinted printed = new Fingerprinted(finding, fingerprints.of(finding));
      if (settings.wants(finding.severity())) {
        (settings.baseline().has(printed.fingerprint()) ? known : findings).add(printed);
      }
    }
    Fingerprints ofExcepted = new Fingerprints(program);
    List<Fingerprinted> suppressed =
        excepted.stream().map(f -> new Fingerprinted(f, ofExcepted.of(f))).toList();
    return new LintReport(findings, suppressed, known, left);
  }
}
