package dev.opensipsmcp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.ModuleChanges.DefaultChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesTest {

  @ParameterizedTest
  @CsvSource({
    "V3_2, V3_3, 7, 1, 1",
    "V3_3, V3_4, 0, 0, 0",
    "V3_4, V3_5, 9, 1, 0",
    "V3_5, V3_6, 8, 2, 5",
    "V3_6, V4_0, 3, 1, 1"
  })
  void countsTheModulesAndTablesOfEachStep(
      Version from, Version to, int added, int removed, int tables) {
    Changes changes = Changes.between(from, to);
    assertThat(changes.modules().added()).hasSize(added);
    assertThat(changes.modules().removed()).hasSize(removed);
    assertThat(changes.tables().added()).hasSize(tables);
    assertThat(changes.tables().removed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"V3_2, V3_3, 14", "V3_3, V3_4, 12", "V3_4, V3_5, 13", "V3_5, V3_6, 14"})
  void countsTheCommandsOfEachStepBefore4(Version from, Version to, int added) {
    MiChanges changes = Changes.between(from, to).mi();
    assertThat(changes.commands().added()).hasSize(added);
    assertThat(changes.commands().removed()).isEmpty();
    assertThat(changes.renamed()).isEmpty();
  }

  @Test
  void tellsRenamesFromNewCommands() {
    MiChanges changes = Changes.between(Version.V3_6, Version.V4_0).mi();
    assertThat(changes.renamed())
        .hasSize(266)
        .contains(
            new MiChanges.Rename("dlg_list", "dialog:list"),
            new MiChanges.Rename("tls_trace", "tls:trace"),
            new MiChanges.Rename("tls_trace", "bins:trace"));
    assertThat(changes.commands().removed()).isEmpty();
    assertThat(changes.commands().added())
        .containsExactly(
            "cachedb_redis:redis_cluster_info",
            "cachedb_redis:redis_cluster_refresh",
            "cachedb_redis:redis_ping_nodes",
            "core:profiling_proc",
            "opentelemetry:enable",
            "presence_callinfo:list_lines",
            "presence_callinfo:release_line",
            "presence_callinfo:set_log_level",
            "tcp:close",
            "uac_registrant:delete",
            "uac_registrant:upsert");
    assertThat(changes.changedRecipes())
        .containsExactly(
            "callops:hold",
            "callops:unhold",
            "rate_cacher:deleteVendorRate",
            "rate_cacher:getVendorPrice",
            "rate_cacher:reloadVendorRate",
            "tcp:list");
  }

  @Test
  void namesTheModulesThatCameAndWent() {
    assertThat(Changes.between(Version.V3_4, Version.V3_5).modules().removed())
        .containsExactly("avpops");
    assertThat(Changes.between(Version.V3_4, Version.V3_5).modules().added()).contains("sqlops");
    assertThat(Changes.between(Version.V3_6, Version.V4_0).modules())
        .isEqualTo(
            new Difference(
                List.of("auth_web3", "mi_xmlrpc", "opentelemetry"), List.of("mi_xmlrpc_ng")));
  }

  @Test
  void findsDefaultsThatChange() {
    assertThat(Changes.between(Version.V3_6, Version.V4_0).module("auth_db").defaults())
        .contains(new DefaultChange("use_domain", Optional.of("0"), Optional.of("1")));
  }

  @Test
  void findsWhatChangedInAModule() {
    ModuleChanges b2b = Changes.between(Version.V3_6, Version.V4_0).module("b2b_logic");
    assertThat(b2b.parameters().added()).containsExactly("custom_contact_header_params");
    assertThat(b2b.pseudoVariables().added()).containsExactly("$b2b_logic.peer");
    assertThat(b2b.changedFunctions()).containsExactly("b2b_client_new");
    assertThat(b2b.isEmpty()).isFalse();
  }

  @Test
  void findsColumnsAndCoreNames() {
    Changes changes = Changes.between(Version.V3_5, Version.V3_6);
    assertThat(changes.columns("domain").added()).containsExactly("accept_subdomain");
    assertThat(changes.columns("subscriber").removed()).containsExactly("email_address", "rpid");
    assertThat(changes.columns("no_such").isEmpty()).isTrue();
    assertThat(Changes.between(Version.V3_2, Version.V3_3).core().functions().removed())
        .isNotEmpty();
  }

  @Test
  void comparesVersionsThatAreNotNeighbours() {
    Changes changes = Changes.between(Version.V3_2, Version.V4_0);
    assertThat(changes.modules().added()).contains("sqlops", "status_report", "opentelemetry");
    assertThat(changes.mi().renamed()).contains(new MiChanges.Rename("ul_dump", "usrloc:dump"));
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void findsNothingBetweenAVersionAndItself(Version version) {
    Changes changes = Changes.between(version, version);
    assertThat(changes.modules().isEmpty()).isTrue();
    assertThat(changes.tables().isEmpty()).isTrue();
    assertThat(changes.mi().commands().isEmpty()).isTrue();
    assertThat(changes.mi().renamed()).isEmpty();
    for (ModuleFacts module : Facts.of(version).modules()) {
      assertThat(changes.module(module.name()).isEmpty()).as(module.name()).isTrue();
    }
  }

  @Test
  void takesNoStatisticForNewThatWasOnlyNotRecordedBefore() {
    Changes changes = Changes.between(Version.V3_3, Version.V3_4);
    assertThat(changes.module("snmpstats").statistics().isEmpty()).isTrue();
    assertThat(changes.module("usrloc").statistics().isEmpty()).isTrue();
    assertThat(Changes.between(Version.V3_6, Version.V4_0).module("cachedb_redis").statistics())
        .isEqualTo(
            new Difference(
                List.of(
                    "redis_moved",
                    "redis_queries",
                    "redis_queries_failed",
                    "redis_topology_refreshes"),
                List.of()));
  }
}
