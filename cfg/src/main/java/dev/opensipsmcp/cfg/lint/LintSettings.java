package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;
import java.util.Optional;
import java.util.Set;

/**
 * How a configuration is audited.
 *
 * @param version the version that it is for
 * @param release the exact release, where it is known
 * @param include the ids of the rules to apply; empty for all
 * @param exclude the ids of the rules to leave out
 * @param least the least severity to report
 * @param surroundings what is known beside the text
 * @param baseline findings that are known already and not reported again
 */
public record LintSettings(
    Version version,
    Optional<Release> release,
    Set<String> include,
    Set<String> exclude,
    Severity least,
    Surroundings surroundings,
    Baseline baseline) {
  public LintSettings {
    include = Set.copyOf(include);
    exclude = Set.copyOf(exclude);
  }

  /** {@return all rules, the text alone} */
  public static LintSettings of(Version version) {
    return new LintSettings(
        version,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Severity.UNKNOWN,
        Surroundings.NONE,
        Baseline.EMPTY);
  }

  /** {@return the same for an exact release} */
  public LintSettings withRelease(Release exact) {
    return new LintSettings(
        version, Optional.of(exact), include, exclude, least, surroundings, baseline);
  }

  /** {@return the same with these rules only; none for all} */
  public LintSettings including(Set<String> ids) {
    return new LintSettings(version, release, ids, exclude, least, surroundings, baseline);
  }

  /** {@return the same without these rules} */
  public LintSettings excluding(Set<String> ids) {
    return new LintSettings(version, release, include, ids, least, surroundings, baseline);
  }

  /** {@return the same, but nothing less severe} */
  public LintSettings atLeast(Severity severity) {
    return new LintSettings(version, release, include, exclude, severity, surroundings, baseline);
  }

  /** {@return the same with what is known beside the text} */
  public LintSettings in(Surroundings around) {
    return new LintSettings(version, release, include, exclude, least, around, baseline);
  }

  /** {@return the same with findings that are known already} */
  public LintSettings knowing(Baseline known) {
    return new LintSettings(version, release, include, exclude, least, surroundings, known);
  }

  boolean wants(String id) {
    return (include.isEmpty() || include.contains(id)) && !exclude.contains(id);
  }

  boolean wants(Severity severity) {
    return severity.compareTo(least) <= 0;
  }
}
