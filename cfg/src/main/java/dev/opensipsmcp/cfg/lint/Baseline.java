package dev.opensipsmcp.cfg.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Findings that are known already. Its text has a line for each: the fingerprint, the rule's id and
 * a word on where it was; only the fingerprint counts. Lines that begin with {@code #} are
 * comments.
 *
 * @param fingerprints of the findings
 */
public record Baseline(Set<String> fingerprints) {
  /** No known findings. */
  public static final Baseline EMPTY = new Baseline(Set.of());

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /** {@return what a baseline's text says} */
  public static Baseline parse(String text) {
    return new Baseline(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split("\\s", 2)[0])
            .collect(Collectors.toSet()));
  }

  /** {@return the text of a baseline with all findings of a report, known ones included} */
  public static String write(LintReport report) {
    Set<String> lines = new TreeSet<>();
    for (var part : List.of(report.findings(), report.known())) {
      part.forEach(found -> lines.add(found.fingerprint() + " " + found.finding().id()));
    }
    return "# findings that are known: fingerprint, rule\n"
        + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  boolean has(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }
}
