package dev.opensipsmcp.server.toolset.mi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiTableTest {
  private final MiTable table = new MiTable();

  static Stream<Version> operable() {
    return Arrays.stream(Version.values()).filter(Version::operable);
  }

  @ParameterizedTest
  @MethodSource("operable")
  void everyCommandOfEveryVersionHasARow(Version version) {
    Set<String> without = new TreeSet<>();
    Facts.of(version).mi().commands().forEach(command -> without.add(command.name()));
    without.removeAll(MiTable.names());
    assertThat(without).as("commands of %s without a row", version).isEmpty();
  }

  @Test
  void noRowIsForACommandThatDoesNotExist() {
    Set<String> names = new TreeSet<>(MiTable.names());
    operable()
        .flatMap(version -> Facts.of(version).mi().commands().stream())
        .forEach(command -> names.remove(command.name()));
    assertThat(names).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operable")
  void whatMakesACommandChangeSomethingIsAParameterOfIt(Version version) {
    for (MiCommand command : Facts.of(version).mi().commands()) {
      List<String> parameters = command.parameters().stream().map(MiParameter::name).toList();
      assertThat(parameters)
          .as(command.name())
          .containsAll(table.row(version, command.name()).orElseThrow().setters());
    }
  }

  @ParameterizedTest
  @MethodSource("operable")
  void whatBelongsToAChangeIsThereOnTheSameVersions(Version version) {
    for (MiCommand command : Facts.of(version).mi().commands()) {
      MiRow row = table.row(version, command.name()).orElseThrow();
      row.undo().ifPresent(undo -> assertKnown(version, command, undo));
      row.proof()
          .ifPresent(proof -> {
            assertKnown(version, command, proof);
            assertThat(table.demand(version, proof, Set.of()).risk())
                .as("%s proves %s", proof, command.name())
                .isEqualTo(Risk.READ);
          });
      if (row.demand().risk() == Risk.READ) {
        assertThat(row.undo()).as(command.name()).isEmpty();
      }
    }
  }

  private static void assertKnown(Version version, MiCommand of, String name) {
    assertThat(Facts.of(version).mi().lookup(name))
        .as("%s of %s on %s", name, of.name(), version)
        .isNotInstanceOf(MiLookup.Unknown.class);
  }

  @Test
  void onlyReadingNeedsAReadingScope() {
    for (String name : MiTable.names()) {
      Demand demand = table.row(Version.V4_0, name).orElseThrow().demand();
      assertThat(demand.scope() == Scope.MI_READ || demand.scope() == Scope.STATS_READ)
          .as(name)
          .isEqualTo(demand.risk() == Risk.READ);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lb_status,destination_id,new_status",
    "dr_gw_status,gw_id,status",
    "dr_carrier_status,carrier_id,status",
    "trace,id,mode",
    "log_level,pid,level",
    "tracer:trace,id,mode",
    "drouting:gw_status,gw_id,status"
  })
  void aCommandThatReadsAndSetsIsDecidedByItsParameters(String command, String asks, String sets) {
    Version version = command.contains(":") ? Version.V4_0 : Version.V3_6;
    assertThat(table.demand(version, command, Set.of(asks))).isEqualTo(Demand.MI_READ);
    assertThat(table.demand(version, command, Set.of(asks, sets)).scope())
        .isEqualTo(Scope.MI_WRITE);
  }

  @Test
  void theCaseOfAParameterDoesNotHideAChange() {
    assertThat(table.demand(Version.V3_6, "dr_gw_status", Set.of("gw_id", "STATUS")).scope())
        .isEqualTo(Scope.MI_WRITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dlg_end_dlg", "dialog:end_dlg", "end_dlg"})
  void everySpellingOfACommandAsksForTheSame(String name) {
    assertThat(table.demand(Version.V4_0, name, Set.of("dialog_id")))
        .isEqualTo(new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_such", "DLG_LIST", "Dlg_End_Dlg", ""})
  void whatNobodyKnowsAsksForTheMost(String name) {
    assertThat(table.demand(Version.V3_6, name, Set.of())).isEqualTo(MiTable.MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kill", "core:kill"})
  void endingTheServerNeedsTheRightToManageProcesses(String name) {
    assertThat(table.demand(Version.V4_0, name, Set.of()))
        .isEqualTo(new Demand(Scope.PROCESS_MANAGE, Risk.DESTRUCTIVE));
  }

  @Test
  void takingFromAQueueIsNoReading() {
    assertThat(table.demand(Version.V3_6, "mq_fetch", Set.of("name")).risk())
        .isEqualTo(Risk.DESTRUCTIVE);
  }
}
