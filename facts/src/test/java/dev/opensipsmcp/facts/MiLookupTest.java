package dev.opensipsmcp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiLookupTest {

  private static MiCatalogue mi(Version version) {
    return Facts.of(version).mi();
  }

  private static String found(Version version, String name) {
    return switch (mi(version).lookup(name)) {
      case MiLookup.Found(MiCommand command) -> command.name();
      case MiLookup.Ambiguous(List<String> candidates) -> "ambiguous " + candidates;
      case MiLookup.Unknown unknown -> "unknown " + unknown;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "V3_6, dlg_list",
    "V3_4, tls_trace",
    "V4_0, dialog:list",
    "V4_0, core:uptime",
    "V4_0, statistics:get"
  })
  void findsTheCanonicalName(Version version, String name) {
    assertThat(found(version, name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "dlg_list, dialog:list",
    "get_statistics, statistics:get",
    "is_gflag, gflags:check",
    "gflags:is_gflag, gflags:check",
    "reg_upsert, uac_registrant:upsert"
  })
  void findsAnAlias(String alias, String name) {
    assertThat(found(Version.V4_0, alias)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "domain_dump, domain:dump",
    "domain_reload, domain:reload",
    "nh_enable_ping, nathelper:enable_ping",
    "pike_list, pike:list",
    "pike_rm, pike:rm",
    "rtpengine_enable, rtpengine:enable",
    "rtpengine_reload, rtpengine:reload",
    "rtpengine_show, rtpengine:show",
    "rtpproxy_enable, rtpproxy:enable",
    "rtpproxy_reload, rtpproxy:reload",
    "rtpproxy_show, rtpproxy:show",
    "flat_rotate, db_flatstore:rotate",
    "bdb_reload, db_berkeley:reload",
    "refreshWatchers, presence:refresh_watchers",
    "trace, tracer:trace",
    "reload_routes, core:reload_routes"
  })
  void translatesTheOldNamesThatVersion4Refuses(String old, String name) {
    assertThat(found(Version.V4_0, old)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "dialog:list, dlg_list",
    "core:uptime, uptime",
    "pike:rm, pike_rm",
    "bins:trace, tls_trace",
    "presence:refresh_watchers, refresh_watchers",
    "end_dlg, dlg_end_dlg"
  })
  void translatesNewNamesForOldNodes(String name, String old) {
    assertThat(found(Version.V3_6, name)).isEqualTo(old);
  }

  @Test
  void findsALocalNameThatIsUnique() {
    assertThat(found(Version.V4_0, "end_dlg")).isEqualTo("dialog:end_dlg");
    assertThat(found(Version.V4_0, "uptime")).isEqualTo("core:uptime");
  }

  @Test
  void namesAllCandidatesOfAnAmbiguousName() {
    assertThat(mi(Version.V4_0).lookup("tls_trace"))
        .isEqualTo(new MiLookup.Ambiguous(List.of("bins:trace", "tls:trace")));
    assertThat(mi(Version.V4_0).lookup("list"))
        .isInstanceOfSatisfying(
            MiLookup.Ambiguous.class,
            it -> assertThat(it.candidates()).hasSize(19).contains("dialog:list", "evi:list"));
  }

  @Test
  void tellsWhichVersionsHaveAnUnknownCommand() {
    assertThat(mi(Version.V3_4).lookup("reg_upsert"))
        .isInstanceOfSatisfying(
            MiLookup.Unknown.class,
            it -> {
              assertThat(it.otherVersions()).containsExactly(Version.V4_0);
              assertThat(it.nearest()).hasSizeBetween(1, 5).allMatch(n -> n.startsWith("reg_"));
            });
    assertThat(mi(Version.V3_4).lookup("trie_search"))
        .isInstanceOfSatisfying(
            MiLookup.Unknown.class,
            it -> assertThat(it.otherVersions()).containsExactly(Version.V3_6, Version.V4_0));
  }

  @ParameterizedTest
  @CsvSource({
    "V3_6, dlg_lst, dlg_list",
    "V3_6, DLG_LIST, dlg_list",
    "V3_6, uac_reg_list, reg_list",
    "V3_6, event_list, events_list",
    "V3_6, b2b_terminate, b2b_terminate_call",
    "V4_0, dialog:dlg_list, dialog:list",
    "V4_0, dlg_lst, dialog:list"
  })
  void offersTheNearestNameFirst(Version version, String wanted, String nearest) {
    assertThat(mi(version).lookup(wanted))
        .isInstanceOfSatisfying(
            MiLookup.Unknown.class,
            it -> {
              assertThat(it.nearest()).first().isEqualTo(nearest);
              assertThat(it.nearest()).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
              assertThat(it.otherVersions()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "\u0000", "a b\tc\nd"})
  void offersNothingForNonsense(String name) {
    for (Version version : Version.values()) {
      assertThat(mi(version).lookup(name)).isEqualTo(new MiLookup.Unknown(List.of(), List.of()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_2", "V3_3", "V3_4", "V3_5", "V3_6"})
  void translatesEveryOldNameThereAndBack(Version version) {
    MiCatalogue plain = mi(version);
    MiCatalogue grouped = mi(Version.V4_0);
    for (MiCommand command : plain.commands()) {
      String there = plain.nameIn(command, Version.V4_0).orElseThrow();
      MiCommand translated = grouped.command(there).orElseThrow();

      String now = command.name().equals("refreshWatchers") ? "refresh_watchers" : command.name();
      assertThat(grouped.nameIn(translated, version)).as(there).contains(now);
      assertThat(found(version, there)).isEqualTo(now);
    }
  }

  @Test
  void translatesADoubleNameByItsModule() {
    MiCatalogue mi = mi(Version.V3_6);
    assertThat(
            mi.commands().stream()
                .filter(it -> it.name().equals("tls_trace"))
                .map(it -> it.module() + " " + mi.nameIn(it, Version.V4_0).orElse("-")))
        .containsExactly("proto_bins bins:trace", "proto_tls tls:trace");
  }

  @Test
  void hasNoNameInAVersionWithoutTheCommand() {
    MiCatalogue mi = mi(Version.V4_0);
    MiCommand command = mi.command("opentelemetry:enable").orElseThrow();
    assertThat(mi.nameIn(command, Version.V3_6)).isEqualTo(Optional.empty());
  }
}
