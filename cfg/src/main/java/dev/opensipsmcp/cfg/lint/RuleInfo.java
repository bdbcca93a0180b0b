package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;

/**
 * A rule of the catalogue.
 *
 * @param id its stable name, for example {@code S07}
 * @param severity how much a finding of it matters, usually
 * @param title what it is about, a few words
 * @param why why it matters, one sentence
 * @param since from when on it applies or how that changed, in words
 * @param first the first version that it applies to
 * @param last the last one
 * @param need what it looks at
 * @param byCheck whether the check of the configuration decides it
 */
public record RuleInfo(
    String id,
    Severity severity,
    String title,
    String why,
    String since,
    Version first,
    Version last,
    Need need,
    boolean byCheck) {

  /** {@return whether it applies to a version} */
  public boolean appliesTo(Version version) {
    return version.compareTo(first) >= 0 && version.compareTo(last) <= 0;
  }
}
