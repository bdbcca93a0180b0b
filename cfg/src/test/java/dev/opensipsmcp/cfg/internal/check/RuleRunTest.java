package dev.opensipsmcp.cfg.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that run side by side find what they find one after the other. */
class RuleRunTest {
  private static String read(String name) {
    String path = "/dev/opensipsmcp/cfg/check/verdicts/" + name;
    try (InputStream in = RuleRunTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files with a fault of every kind that the rules know. */
  private static List<String> faulty() {
    return read("verdicts.tsv")
        .lines()
        .filter(it -> !it.startsWith("#"))
        .map(it -> read(it.substring(0, it.indexOf('\t')) + ".cfg"))
        .distinct()
        .toList();
  }

  private static void same(Names names, String text) {
    SyntaxTree tree = Parser.parse(text);
    Verdict alone = Rules.check(names, tree, false);
    assertThat(Rules.check(names, tree, true)).isEqualTo(alone);
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void filesWithFaultsGetTheSameFindings(Version version) {
    Names names = new Names(Facts.of(version));
    faulty().forEach(it -> same(names, it));
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void allFaultsInOneLargeFileGetTheSameFindingsInTheSameOrder(Version version) {
    String large = String.join("\n", faulty());
    same(new Names(Facts.of(version)), large + large);
  }

  @Test
  void onlyLargeFilesAreHandedOut() {
    assertThat(RuleRun.large(10_000)).isFalse();
    assertThat(RuleRun.large(1_000_000)).isTrue();
  }
}
