package dev.opensipsmcp.cfg.internal.lint;

import static java.util.Map.entry;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the findings of the check that stand for a rule of the audit, under the rule's id. What the
 * check finds beside these, such as faults of syntax, stays with the check.
 */
public final class FromCheck {
  private static final Map<String, String> RULES =
      Map.ofEntries(
          entry("unknown-module", "R01"),
          entry("unknown-function", "R01"),
          entry("unknown-parameter", "R01"),
          entry("unknown-variable", "R01"),
          entry("unknown-transformation", "R01"),
          entry("unknown-setting", "R01"),
          entry("unknown-protocol", "R01"),
          entry("unknown-route-kind", "R01"),
          entry("socket-option", "R01"),
          entry("argument-count", "R02"),
          entry("argument-form", "R02"),
          entry("argument-type", "R02"),
          entry("constant-argument", "R02"),
          entry("output-variable", "R02"),
          entry("parameter-type", "R02"),
          entry("setting-value", "R02"),
          entry("old-flags", "R03"),
          entry("unknown-flag", "R03"),
          entry("undefined-route", "R04"),
          entry("undefined-resume-route", "R04"),
          entry("jump-without-name", "R04"),
          entry("duplicate-route", "R04"),
          entry("wrong-route-kind", "R05"),
          entry("wrong-route-kind-by-jump", "R05"),
          entry("parameter-before-module", "R06"),
          entry("module-not-loaded", "R06"),
          entry("missing-dependency", "R06"),
          entry("missing-companion", "R06"),
          entry("no-listener", "R07"),
          entry("listener-without-protocol", "R07"),
          entry("listener-without-module", "R07"),
          entry("protocol-without-listener", "R07"),
          entry("no-tls-library", "R08"),
          entry("two-tls-libraries", "R08"));

  private FromCheck() {}

  /** {@return the check's rules that stand for rules of the audit, and for which} */
  public static Map<String, String> rules() {
    return RULES;
  }

  /**
   * {@return what the check finds that stands for one of these rules of the audit}
   *
   * @param program the configuration
   * @param facts of its version
   * @param wanted the ids of the audit's rules
   */
  public static List<Finding> findings(Program program, Facts facts, Set<String> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return new Checker(facts)
        .check(program).stream()
            .flatMap(found -> named(found).stream())
            .filter(found -> wanted.contains(found.id()))
            .toList();
  }

  private static Optional<Finding> named(Finding found) {
    return Optional.ofNullable(RULES.get(found.id()))
        .map(id ->
            new Finding(
                id, found.severity(), found.span(), found.message(), found.reason(), found.fix()));
  }
}
