package dev.opensipsmcp.cfg.migrate;

import static dev.opensipsmcp.cfg.migrate.Migrated.migrate;
import static dev.opensipsmcp.cfg.migrate.Migrated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MigrationPropertyTest {
  private static final List<String> LINES = lines();

  /** Lines of the samples, in any order, with any line ends: much of it is no configuration. */
  @Provide
  Arbitrary<String> shuffled() {
    return Arbitraries.of(LINES)
        .list()
        .ofMaxSize(30)
        .flatMap(
            lines ->
                Arbitraries.of("\n", "\r\n", "\n\n", " ").map(end -> String.join(end, lines)));
  }

  @Provide
  Arbitrary<Version> targets() {
    return Arbitraries.of(Version.V3_4, Version.V3_5, Version.V3_6, Version.V4_0);
  }

  @Property(tries = 150)
  void changesNothingOnTheWayToTheSameVersion(
      @ForAll("shuffled") String text, @ForAll("targets") Version version) {
    Plan.Migrated migrated = migrate(text, Release.of(version), version);
    assertThat(migrated.text()).isEqualTo(text);
    assertThat(migrated.changes()).isEmpty();
  }

  @Property(tries = 150)
  void onceIsEnough(
      @ForAll("shuffled") String text,
      @ForAll Release from,
      @ForAll("targets") Version to) {
    if (from.compareTo(Release.of(to)) <= 0) {
      String once = migrate(text, from, to).text();
      assertThat(migrate(once, from, to).text()).isEqualTo(once);
    }
  }

  @Property(tries = 150)
  void bringsNoFaultsIn(
      @ForAll("shuffled") String text,
      @ForAll Release from,
      @ForAll("targets") Version to) {
    if (from.compareTo(Release.of(to)) <= 0) {
      String after = migrate(text, from, to).text();
      assertThat(Parser.parse(after).faults().size())
          .isLessThanOrEqualTo(Parser.parse(text).faults().size());
    }
  }

  @Property(tries = 150)
  void takesAnyText(@ForAll String text, @ForAll("targets") Version to) {
    assertThat(Migration.plan(text, Release.V2_4, to)).isInstanceOf(Plan.Migrated.class);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String sample : Set.of("registrar-2.4.cfg", "trunk-3.2.cfg", "edge-3.6.cfg")) {
      lines.addAll(sample(sample).lines().toList());
    }
    lines.addAll(List.of("route {", "}", "}", "/*", "*/", "\"", "include_file \"more.cfg\""));
    lines.sort(String::compareTo);
    return lines;
  }
}
