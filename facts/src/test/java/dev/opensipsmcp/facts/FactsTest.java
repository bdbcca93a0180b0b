package dev.opensipsmcp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactsTest {

  @ParameterizedTest
  @CsvSource({
    "V3_2, 216, 173, 1496, 465, 67, 695",
    "V3_3, 227, 179, 1562, 476, 68, 718",
    "V3_4, 239, 179, 1573, 484, 68, 720",
    "V3_5, 252, 187, 1624, 509, 68, 720",
    "V3_6, 266, 193, 1686, 525, 73, 740",
    "V4_0, 276, 195, 1708, 532, 74, 744"
  })
  void hasAsManyOfEachKindAsWereCountedInTheSources(
      Version version,
      int commands,
      int modules,
      int parameters,
      int functions,
      int tables,
      int columns) {
    Facts facts = Facts.of(version);
    assertThat(facts.mi().commands()).hasSize(commands);
    assertThat(facts.modules()).hasSize(modules);
    assertThat(facts.modules().stream().mapToInt(it -> it.parameters().size()).sum())
        .isEqualTo(parameters);
    assertThat(facts.modules().stream().mapToLong(FactsTest::functionNames).sum())
        .isEqualTo(functions);
    assertThat(facts.tables()).hasSize(tables);
    assertThat(facts.tables().stream().mapToInt(it -> it.columns().size()).sum())
        .isEqualTo(columns);
  }

  private static long functionNames(ModuleFacts module) {
    return module.functions().stream().map(ScriptFunction::name).distinct().count();
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void isTheSameObjectEachTime(Version version) {
    Facts facts = Facts.of(version);
    assertThat(Facts.of(version)).isSameAs(facts);
    assertThat(facts.version()).isEqualTo(version);
    assertThat(facts.mi()).isSameAs(facts.mi());
    assertThat(facts.modules()).isSameAs(facts.modules());
    assertThat(facts.core()).isSameAs(facts.core());
    assertThat(facts.tables()).isSameAs(facts.tables());
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void everyCommandIsExportedByAModuleThatListsIt(Version version) {
    Facts facts = Facts.of(version);
    for (MiCommand command : facts.mi().commands()) {
      if (!command.module().equals("core")) {
        assertThat(facts.module(command.module()))
            .as(command.name())
            .hasValueSatisfying(it -> assertThat(it.miCommands()).contains(command.name()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void everyModuleRefersOnlyToWhatThereIs(Version version) {
    Facts facts = Facts.of(version);
    for (ModuleFacts module : facts.modules()) {
      assertThat(module.miCommands())
          .as(module.name())
          .allMatch(it -> facts.mi().command(it).isPresent());
      assertThat(facts.events()).containsAll(module.events());
      assertThat(facts.statistics()).containsAll(module.statistics());
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void everyStatisticAndEventBelongsToTheCoreOrAModule(Version version) {
    Facts facts = Facts.of(version);
    int statistics = facts.core().statistics().size();
    int events = facts.core().events().size();
    for (ModuleFacts module : facts.modules()) {
      statistics += module.statistics().size();
      events += module.events().size();
    }
    assertThat(facts.statistics()).hasSize(statistics).doesNotHaveDuplicates();
    assertThat(facts.events()).hasSize(events).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void everyIndexIsOnColumnsOfItsTable(Version version) {
    for (Table table : Facts.of(version).tables()) {
      for (TableIndex index : table.indexes()) {
        assertThat(index.columns())
            .as(table.name())
            .isNotEmpty()
            .allMatch(it -> table.column(it).isPresent());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void noDefaultIsASentence(Version version) {
    for (ModuleFacts module : Facts.of(version).modules()) {
      for (ModuleParameter parameter : module.parameters()) {
        assertThat(parameter.defaultValue().orElse(""))
            .as(module.name() + " " + parameter.name())
            .doesNotContainPattern("\\s")
            .hasSizeLessThanOrEqualTo(64);
        if (parameter.type() == ParameterType.INT) {
          assertThat(parameter.defaultValue().orElse("0")).matches("-?\\d+");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void namesAreSorted(Version version) {
    Facts facts = Facts.of(version);
    assertThat(facts.modules()).extracting(ModuleFacts::name).isSorted();
    assertThat(facts.tables()).extracting(Table::name).isSorted();
    assertThat(facts.events()).extracting(Event::name).isSorted();
    assertThat(facts.mi().commands()).extracting(MiCommand::name).isSorted();
  }

  @Test
  void knowsACommandsRecipesTypesAndFlags() {
    MiCommand command = Facts.of(Version.V3_6).mi().command("b2b_trigger_scenario").orElseThrow();
    assertThat(command.module()).isEqualTo("b2b_logic");
    assertThat(command.recipes())
        .extracting(Recipe::names)
        .containsExactly(
            List.of("scenario_id", "entity1", "entity2"),
            List.of("scenario_id", "entity1", "entity2", "context"));
    assertThat(command.parameters())
        .contains(
            new MiParameter("scenario_id", MiType.STRING),
            new MiParameter("context", MiType.ARRAY));
    assertThat(command.async()).isFalse();
    assertThat(command.namedOnly()).isFalse();
  }

  @Test
  void marksTheCommandsThatHoldTheProcessOrRefusePositions() {
    List<MiCommand> commands = Facts.of(Version.V4_0).mi().commands();
    assertThat(commands.stream().filter(MiCommand::async))
        .extracting(MiCommand::name)
        .containsExactly(
            "dialog:send_sequential",
            "pua_mi:publish",
            "rtp_relay:update",
            "rtp_relay:update_callid",
            "tm:uac_dlg");
    assertThat(commands.stream().filter(MiCommand::namedOnly)).hasSize(15);
    assertThat(Facts.of(Version.V3_6).mi().command("dlg_list").orElseThrow().namedOnly()).isTrue();
  }

  @Test
  void findsTheOneRecipeOfACallInAnyOrder() {
    MiCommand command = Facts.of(Version.V3_6).mi().command("ul_rm_contact").orElseThrow();
    assertThat(command.recipeOf(Set.of("contact", "aor", "table_name"))).isPresent();
    assertThat(command.recipeOf(Set.of("aor", "table_name"))).isEmpty();
    assertThat(command.recipeOf(Set.of("aor", "table_name", "contact", "more"))).isEmpty();
    assertThat(command.recipeOf(List.of("aor", "aor", "contact"))).isEmpty();
  }

  @Test
  void knowsTheModuleToLoadForAGroupOfVersion4() {
    MiCatalogue mi = Facts.of(Version.V4_0).mi();
    assertThat(mi.command("tls:trace").orElseThrow().module()).isEqualTo("proto_tls");
    assertThat(mi.command("statistics:get").orElseThrow().module()).isEqualTo("core");
  }

  @Test
  void knowsAModule() {
    ModuleFacts dialog = Facts.of(Version.V3_6).module("dialog").orElseThrow();
    assertThat(dialog.builtIn()).isFalse();
    assertThat(dialog.parameter("hash_size"))
        .contains(new ModuleParameter("hash_size", ParameterType.INT, Optional.of("4096")));
    assertThat(dialog.parameter("no_such")).isEmpty();
    assertThat(dialog.dependencies())
        .contains(
            new Dependency(Dependency.Kind.MODULE, "tm", Dependency.Policy.ABORT, false),
            new Dependency(Dependency.Kind.SQLDB, "", Dependency.Policy.ABORT, true));
    assertThat(dialog.statistics())
        .contains(
            new Statistic("dialog", "active_dialogs", false, true),
            new Statistic("dialog", "processed_dialogs", true, true));
    assertThat(dialog.events()).extracting(Event::name).containsExactly("E_DLG_STATE_CHANGED");
    assertThat(dialog.pseudoVariables())
        .contains(new PseudoVariable("$DLG_count", false, false, false));
    assertThat(Facts.of(Version.V4_0).module("proto_udp").orElseThrow().builtIn()).isTrue();
  }

  @Test
  void aParameterBehindTheEndOfItsTableIsNone() {
    ScriptFunction function =
        Facts.of(Version.V4_0).module("presence_callinfo").orElseThrow().functions().stream()
            .filter(it -> it.name().equals("sca_mute_branch"))
            .findFirst()
            .orElseThrow();
    assertThat(function.parameters()).hasSize(1);
  }

  @Test
  void knowsAFunctionsParametersAndRoutes() {
    ScriptFunction function =
        Facts.of(Version.V3_6).module("dialog").orElseThrow().functions().stream()
            .filter(it -> it.name().equals("set_dlg_profile"))
            .findFirst()
            .orElseThrow();
    assertThat(function.parameters())
        .extracting(FunctionParameter::name)
        .containsExactly("profile", "value", "clear_values");
    assertThat(function.leastArguments()).isEqualTo(1);
    assertThat(function.routes())
        .containsExactlyInAnyOrder(
            RouteKind.REQUEST, RouteKind.FAILURE, RouteKind.ONREPLY, RouteKind.BRANCH);
  }

  @Test
  void knowsTheCore() {
    CoreFacts core = Facts.of(Version.V4_0).core();
    assertThat(core.globalParameters()).hasSize(97);
    assertThat(core.globalParameter("wdir"))
        .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("workdir"));
    assertThat(core.globalParameter("udp_workers"))
        .contains(
            new GlobalParameter(
                "udp_workers",
                List.of(),
                Set.of(GlobalParameter.Form.NUMBER, GlobalParameter.Form.OWN),
                Optional.of("8")));
    assertThat(core.routeBlocks()).hasSize(9).contains("startup_route");
    assertThat(core.transformations()).contains("s", "uri", "sdp");
    assertThat(core.logLevels()).contains(new LogLevel("ALERT", -3), new LogLevel("DBG", 4));
    assertThat(core.pseudoVariables()).hasSize(140);
    assertThat(core.statements()).contains("if", "xlog");
    assertThat(core.keywords()).hasSize(155);
    assertThat(core.functions()).extracting(ScriptFunction::name).contains("forward");
  }

  @Test
  void knowsATable() {
    Table table = Facts.of(Version.V3_6).table("dispatcher").orElseThrow();
    assertThat(table.version()).isEqualTo(9);
    assertThat(table.primaryKey()).extracting(Column::name).containsExactly("id");
    assertThat(table.column("setid"))
        .contains(
            new Column("setid", Column.Type.INT, 0, 0, false, Optional.of("0"), false, false));
    assertThat(table.column("destination").orElseThrow().defaultValue()).contains("");
    assertThat(table.column("no_such")).isEmpty();
    assertThat(Facts.of(Version.V3_6).table("clusterer_bridge")).isEmpty();
  }

  @Test
  void knowsStatisticsThatOnlyRunningNodesShow() {
    List<Statistic> statistics = Facts.of(Version.V3_6).statistics();
    assertThat(statistics)
        .contains(
            new Statistic("load", "load-proc-*", false, false),
            new Statistic("usrloc", "*-users", false, false));
    assertThat(new TreeSet<>(statistics.stream().map(Statistic::group).toList()))
        .doesNotContain("script");
  }

  @ParameterizedTest
  @CsvSource({
    "active_dialogs, active_dialogs, true",
    "active_dialogs, active_dialog, false",
    "load-proc-*, load-proc-7, true",
    "load-proc-*, load-proc-, false",
    "*-users, location-users, true",
    "*-users, -users, false",
    "*-users, users, false"
  })
  void matchesTheNamesThatANodeMakes(String name, String candidate, boolean matches) {
    assertThat(new Statistic("group", name, true, true).matches(candidate)).isEqualTo(matches);
  }

  @Test
  void findsAnEvent() {
    assertThat(Facts.of(Version.V4_0).event("E_DLG_STATE_CHANGED"))
        .hasValueSatisfying(it -> {
          assertThat(it.module()).isEqualTo("dialog");
          assertThat(it.parameters()).startsWith("id", "db_id", "callid");
        });
    assertThat(Facts.of(Version.V4_0).event("E_NO_SUCH")).isEmpty();
  }
}
