package dev.opensipsmcp.cfg.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real servers said to small files, and what the check says to them. */
class VerdictsTest {
  /**
   * What a real server said.
   *
   * @param file the configuration's name
   * @param version the server's version
   * @param accepted what {@code -C} said: {@code yes}, {@code no} or {@code crash}
   * @param started whether the server started
   * @param line the line that is to blame; 0 when nothing is wrong
   * @param id the rule that is broken; empty when nothing is wrong
   */
  record Recorded(
      String file, Version version, String accepted, boolean started, int line, String id) {
    @Override
    public String toString() {
      return file + " on " + version.label();
    }
  }

  static Stream<Recorded> recorded() {
    return read("verdicts.tsv")
        .lines()
        .filter(it -> !it.startsWith("#"))
        .map(it -> it.split("\t", -1))
        .map(it ->
            new Recorded(
                it[0],
                Version.parse(it[1]).orElseThrow(),
                it[2],
                it[3].equals("yes"),
                Integer.parseInt(it[4]),
                it[5]));
  }

  private static String read(String name) {
    try (InputStream in = VerdictsTest.class.getResourceAsStream("verdicts/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void saysWhatTheServerSaid(Recorded recorded) {
    String text = read(recorded.file() + ".cfg");
    Verdict verdict = Programs.checker(recorded.version()).verdict(Programs.program(text));
    List<Finding> findings = verdict.findings();
    if (findings.stream().anyMatch(it -> it.severity() == Severity.UNKNOWN)) {
      assertThat(findings).extracting(Finding::id).contains(recorded.id());
      return;
    }
    boolean crashes = findings.stream().anyMatch(it -> it.id().equals("check-crashes"));
    assertThat(crashes).isEqualTo(recorded.accepted().equals("crash"));
    assertThat(verdict.accepted()).isEqualTo(recorded.accepted().equals("yes"));
    assertThat(verdict.starts()).isEqualTo(recorded.started());
    if (recorded.line() == 0) {
      assertThat(findings).noneMatch(it -> it.severity() == Severity.FATAL);
    } else {
      assertThat(findings)
          .filteredOn(it -> it.severity() == Severity.FATAL)
          .first()
          .satisfies(it -> {
            assertThat(it.id()).isEqualTo(recorded.id());
            assertThat(Programs.line(text, it.span().start())).isEqualTo(recorded.line());
          });
    }
  }
}
