package dev.opensipsmcp.cfg.migrate;

import static dev.opensipsmcp.cfg.migrate.Migrated.migrate;
import static dev.opensipsmcp.cfg.migrate.Migrated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MigrationPropertyTest {
  private static final List<String> ITEMS = new ArrayList<>();
  private static final List<String> STATEMENTS = new ArrayList<>();

  static {
    for (String sample :
        List.of(
            "registrar-2.4.cfg",
            "functions-2.4.cfg",
            "carrier-2.4.cfg",
            "trunk-3.2.cfg",
            "cluster-3.3.cfg",
            "fork-3.5.cfg",
            "edge-3.6.cfg")) {
      collect(Parser.parse(sample(sample)));
    }
  }

  private static void collect(SyntaxTree tree) {
    for (Item item : tree.items()) {
      if (item instanceof Item.Route route) {
        for (Statement statement : route.body().statements()) {
          STATEMENTS.add(statement.span().in(tree.text()));
        }
      } else {
        ITEMS.add(item.span().in(tree.text()));
      }
    }
  }

  /** What stands in the samples, in any order, with either line end. */
  @Provide
  Arbitrary<String> configurations() {
    return Combinators.combine(
            Arbitraries.of(ITEMS).list().ofMaxSize(20),
            Arbitraries.of(STATEMENTS).list().ofMinSize(1).ofMaxSize(12),
            Arbitraries.of("\n", "\r\n", "  # so it was\n"))
        .as((items, statements, end) ->
            String.join(end, items) + "\nroute {\n" + String.join(end, statements) + "\n}\n");
  }

  /** Its lines in any order: much of it is no configuration. */
  @Provide
  Arbitrary<String> shuffled() {
    return Arbitraries.of(String.join("\n", STATEMENTS).lines().toList())
        .list()
        .ofMaxSize(30)
        .map(lines -> String.join("\n", lines));
  }

  @Provide
  Arbitrary<Version> targets() {
    return Arbitraries.of(Version.V3_4, Version.V3_5, Version.V3_6, Version.V4_0);
  }

  @Property(tries = 150)
  void changesNothingOnTheWayToTheSameVersion(
      @ForAll("configurations") String text, @ForAll("targets") Version version) {
    Plan.Migrated migrated = migrate(text, Release.of(version), version);
    assertThat(migrated.text()).isEqualTo(text);
    assertThat(migrated.changes()).isEmpty();
  }

  @Property(tries = 150)
  void onceIsEnough(
      @ForAll("configurations") String text, @ForAll Release from, @ForAll("targets") Version to) {
    if (from.compareTo(Release.of(to)) <= 0) {
      String once = migrate(text, from, to).text();
      assertThat(migrate(once, from, to).text()).isEqualTo(once);
    }
  }

  @Property(tries = 150)
  void bringsNoFaultsIn(
      @ForAll("configurations") String text, @ForAll Release from, @ForAll("targets") Version to) {
    if (from.compareTo(Release.of(to)) <= 0) {
      assertThat(Parser.parse(text).faults()).isEmpty();
      assertThat(Parser.parse(migrate(text, from, to).text()).faults()).isEmpty();
    }
  }

  @Property(tries = 150)
  void takesAnyText(@ForAll String text, @ForAll("targets") Version to) {
    assertThat(Migration.plan(text, Release.V2_4, to)).isInstanceOf(Plan.Migrated.class);
  }

  @Property(tries = 150)
  void takesWhatIsHalfAConfiguration(
      @ForAll("shuffled") String text, @ForAll("targets") Version to) {
    assertThat(Migration.plan(text, Release.V2_4, to)).isInstanceOf(Plan.Migrated.class);
  }
}
