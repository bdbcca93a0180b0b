package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Small configurations on which rules must speak, or keep silent. A case begins with {@code ==},
 * the rule, the version or release and a title; where it must speak, the line ends in {@code # <-}.
 */
class RuleCasesTest {
  private static final List<String> FILES =
      List.of(
          "exposure",
          "accounts",
          "relay",
          "injection",
          "tls",
          "secrets",
          "calls",
          "state",
          "operation",
          "language");

  private record Case(String rule, String version, String title, String text) {
    Set<Integer> expected() {
      List<String> lines = text.lines().toList();
      Set<Integer> expected = new TreeSet<>();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).endsWith("# <-")) {
          expected.add(i + 1);
        }
      }
      return expected;
    }
  }

  @TestFactory
  Stream<DynamicTest> eachRuleSpeaksWhereItMustAndNowhereElse() throws IOException {
    return cases().stream()
        .map(one -> DynamicTest.dynamicTest(one.rule() + " " + one.title(), () -> hold(one)));
  }

  private static void hold(Case one) {
    Program program = Programs.of(one.text());
    if (!Set.of("R34", "R35").contains(one.rule())) {
      assertThat(program.tree().faults()).isEmpty();
    }
    Version version = Version.parse(one.version()).orElseThrow();
    LintSettings settings = LintSettings.of(version).including(Set.of(one.rule()));
    LintReport report =
        new Linter()
            .lint(
                program, Release.parse(one.version()).map(settings::withRelease).orElse(settings));
    Set<Integer> lines =
        report.findings().stream()
            .map(found -> program.origins().place(found.finding().span()).line())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(lines).as(report.findings().toString()).isEqualTo(one.expected());
    report.findings().forEach(found -> assertThat(found.finding().id()).isEqualTo(one.rule()));
  }

  @Test
  void everyRuleAboutTheTextHasACaseOfEachKind() throws IOException {
    Set<String> speaking = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (Case one : cases()) {
      (one.expected().isEmpty() ? silent : speaking).add(one.rule());
    }
    Set<String> rules =
        Rules.all().stream()
            .filter(rule -> rule.need() == Need.TEXT && !rule.byCheck())
            .map(RuleInfo::id)
            .filter(id -> !id.startsWith("L"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(speaking).containsAll(rules);
    assertThat(silent).containsAll(rules);
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in = RuleCasesTest.class.getResourceAsStream(file + ".cases")) {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        for (String part : all.split("(?m)^== ")) {
          if (!part.isBlank()) {
            String[] head = part.lines().findFirst().orElseThrow().split(" ", 3);
            String text = part.substring(part.indexOf('\n') + 1);
            cases.add(new Case(head[0], head[1], head[2], text));
          }
        }
      }
    }
    return cases;
  }
}
