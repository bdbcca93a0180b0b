package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.facts.Version;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the catalogue as the page of the reference. */
public final class RulesPage {
  private RulesPage() {}

  /** {@return the page, in Markdown} */
  public static String write() {
    StringBuilder page = new StringBuilder();
    page.append("# Rules of the audit\n\n");
    page.append(
        "Written from the catalogue by `RulesPageTest`; change the rules, not this page.\n\n");
    page.append(
        """
        S is about security, R about robustness, N holds the text against the running node and
        its database, L is about comments that except something from a rule: `# lint: off S07
        because the phones are in a closed network` on the line before, or behind, what it is
        about. Rules that need the running node, the host's files or the database say that they
        were not applied when nothing is known of those; the live mode asks.

        | id | severity | what | since | looks at |
        |---|---|---|---|---|
        """);
    for (RuleInfo rule : Rules.all()) {
      page.append("| [")
          .append(rule.id())
          .append("](#")
          .append(anchor(rule))
          .append(") | ")
          .append(severity(rule))
          .append(" | ")
          .append(rule.title())
          .append(" | ")
          .append(rule.since())
          .append(" | ")
          .append(looksAt(rule))
          .append(" |\n");
    }
    Rules.all().forEach(rule -> section(page, rule));
    return page.toString();
  }

  private static String severity(RuleInfo rule) {
    return rule.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String looksAt(RuleInfo rule) {
    return rule.need().words() + (rule.byCheck() ? ", by the check" : "");
  }

  private static String anchor(RuleInfo rule) {
    return heading(rule).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private static String heading(RuleInfo rule) {
    return rule.id() + " " + rule.title();
  }

  private static void section(StringBuilder page, RuleInfo rule) {
    page.append("\n## ").append(heading(rule)).append("\n\n").append(rule.why()).append("\n");
    Map<String, List<Version>> fixes = new LinkedHashMap<>();
    for (Version version : Version.values()) {
      if (rule.appliesTo(version)) {
        Rules.fix(rule.id(), version)
            .ifPresent(
                fix -> fixes.computeIfAbsent(fix, _ -> new java.util.ArrayList<>()).add(version));
      }
    }
    fixes.forEach((fix, versions) -> {
      String labels = versions.stream().map(Version::label).collect(Collectors.joining(", "));
      boolean every = versions.size() == Arrays.stream(Version.values()).count();
      page.append("\n").append(every ? "" : "For " + labels + ": ").append(fix).append("\n");
    });
  }
}
