package dev.opensipsmcp.server.toolset.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written down about reloads, held against what OpenSIPS has. */
class ReloadsTest {

  static Stream<Version> operable() {
    return Arrays.stream(Version.values()).filter(Version::operable);
  }

  @ParameterizedTest
  @MethodSource("operable")
  void everyReloadIsACommandOfItsModuleWithoutParameters(Version version) {
    int found = 0;
    for (Reload reload : Reloads.ALL) {
      if (Facts.of(version).mi().lookup(reload.command())
          instanceof MiLookup.Found(MiCommand command)) {
        found++;
        assertThat(command.module()).isEqualTo(reload.module());
        assertThat(command.recipes())
            .as(reload.command())
            .anyMatch(recipe -> recipe.parameters().isEmpty());
        assertThat(new MiTable().demand(version, reload.command(), Set.of()).risk())
            .as(reload.command())
            .isIn(Risk.REVERSIBLE, Risk.DISRUPTIVE);
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(18);
  }

  @ParameterizedTest
  @MethodSource("operable")
  void everyTableExistsWhereTheReloadExistsOrCameLater(Version version) {
    for (Reload reload : Reloads.ALL) {
      if (Facts.of(version).mi().lookup(reload.command()) instanceof MiLookup.Found) {
        for (String table : reload.tables()) {
          assertThat(operable().filter(other -> other.compareTo(version) >= 0))
              .as("%s from %s on", table, version)
              .anyMatch(other -> Facts.of(other).table(table).isPresent());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operable")
  void everyProofOnlyReadsAndIsOfTheSameModule(Version version) {
    for (Reload reload : Reloads.ALL) {
      if (Facts.of(version).mi().lookup(reload.command()) instanceof MiLookup.Found) {
        Stream<String> proofs =
            Stream.concat(reload.proofs().stream().map(Keys::command), reload.stamp().stream());
        proofs.forEach(proof -> {
          MiLookup found = Facts.of(version).mi().lookup(proof);
          assertThat(found).as("%s in %s", proof, version).isInstanceOf(MiLookup.Found.class);
          assertThat(((MiLookup.Found) found).command().module()).isEqualTo(reload.module());
          assertThat(new MiTable().demand(version, proof, Set.of()).risk()).isEqualTo(Risk.READ);
        });
      }
    }
  }

  /** So that a reload that a new version brings is not overlooked. */
  @ParameterizedTest
  @MethodSource("operable")
  void everyCommandThatReloadsIsInTheTableOrSaidNotToBe(Version version) {
    Set<String> known = new HashSet<>();
    Stream.concat(Reloads.ALL.stream().map(Reload::command), Reloads.OTHERS.keySet().stream())
        .forEach(name -> {
          if (Facts.of(version).mi().lookup(name) instanceof MiLookup.Found(var command)) {
            known.add(command.name());
          }
        });
    List<String> reloading =
        Facts.of(version).mi().commands().stream()
            .map(MiCommand::name)
            .filter(name -> name.contains("reload") && !name.endsWith("reload_status"))
            .toList();
    assertThat(known).containsAll(reloading);
  }

  @Test
  void everyReloadCanBeChosenByItsOwnModuleOnly() {
    assertThat(Reloads.ALL).extracting(Reload::module).doesNotHaveDuplicates();
    assertThat(Reloads.ALL).extracting(Reload::command).doesNotHaveDuplicates();
    for (String name : Reloads.names()) {
      assertThat(Reloads.ALL.stream().filter(reload -> reload.answersTo(name))).as(name).hasSize(1);
    }
  }

  @Test
  void profilesComeBeforeTheRulesThatLookThemUpAndRegistrationsLast() {
    List<String> order = Reloads.ALL.stream().map(Reload::module).toList();
    assertThat(order).containsSubsequence("db_text", "tls_mgm", "domain", "dispatcher");
    assertThat(order).containsSubsequence("qrouting", "drouting");
    assertThat(order).endsWith("uac_registrant");
  }
}
