package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.lint.RuleInfo;
import dev.opensipsmcp.facts.Version;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule: what it is about, how to mend what it finds, and how it looks. Names of OpenSIPS stand in
 * backticks in its texts; a test holds them against the facts.
 *
 * @param info what the catalogue says
 * @param fix how to mend it in a version, one sentence
 * @param look how it looks
 * @param obstacle why it can't look at this configuration, one sentence, if so; asked only once
 *     what it needs is there
 */
public record AuditRule(
    RuleInfo info,
    Function<Version, String> fix,
    Look look,
    Function<Subject, Optional<String>> obstacle) {

  private AuditRule(RuleInfo info, Function<Version, String> fix, Look look) {
    this(info, fix, look, _ -> Optional.empty());
  }

  /** How a rule looks at a configuration. */
  @FunctionalInterface
  public interface Look {
    /**
     * Looks.
     *
     * @param subject the configuration
     * @param out takes what is found
     */
    void at(Subject subject, Out out);
  }

  /** {@return a rule that the check of the configuration decides} */
  static AuditRule byCheck(String id, String title, String why, String since) {
    RuleInfo info =
        new RuleInfo(
            id, Severity.HIGH, title, why, since, Version.V3_2, Version.V4_0, Need.TEXT, true);
    return new AuditRule(info, _ -> "", (_, _) -> {}).unless(AuditRule::aPart);
  }

  /** What is a part may get from the rest whatever is missing in it. */
  private static Optional<String> aPart(Subject subject) {
    return subject.whole()
        ? Optional.empty()
        : Optional.of("There is no main route: the text is a part, and this is about the whole.");
  }

  /** {@return a rule about the text, for all versions} */
  static AuditRule of(String id, Severity severity, String title, String why, Look look) {
    RuleInfo info =
        new RuleInfo(id, severity, title, why, "all", Version.V3_2, Version.V4_0, Need.TEXT, false);
    return new AuditRule(info, _ -> "", look);
  }

  AuditRule fix(String same) {
    return new AuditRule(info, _ -> same, look, obstacle);
  }

  AuditRule fix(Function<Version, String> byVersion) {
    return new AuditRule(info, byVersion, look, obstacle);
  }

  AuditRule since(String words, Version first, Version last) {
    return with(
        new RuleInfo(
            info.id(),
            info.severity(),
            info.title(),
            info.why(),
            words,
            first,
            last,
            info.need(),
            false));
  }

  AuditRule since(String words) {
    return since(words, info.first(), info.last());
  }

  AuditRule needs(Need need) {
    return with(
        new RuleInfo(
            info.id(),
            info.severity(),
            info.title(),
            info.why(),
            info.since(),
            info.first(),
            info.last(),
            need,
            false));
  }

  /** The same, but it can't look where there is a reason not to. */
  AuditRule unless(Function<Subject, Optional<String>> reason) {
    return new AuditRule(info, fix, look, reason);
  }

  private AuditRule with(RuleInfo other) {
    return new AuditRule(other, fix, look, obstacle);
  }
}
