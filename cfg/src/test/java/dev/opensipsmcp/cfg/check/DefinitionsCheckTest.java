package dev.opensipsmcp.cfg.check;

import static dev.opensipsmcp.cfg.check.Programs.fatal;
import static dev.opensipsmcp.cfg.check.Programs.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Definitions with a syntax of their own, limits, and names that variables look at. */
class DefinitionsCheckTest {
  private static final List<String> RELAY = List.of("sl", "tm");

  private static List<String> ids(Version version, String text) {
    return fatal(version, text).stream().map(Finding::id).distinct().toList();
  }

  private static String blacklist(String rules) {
    return "dst_blacklist=b:{" + rules + "}\n" + file(RELAY, "t_relay();");
  }

  private static String routes(String kind, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(it -> kind.formatted(it) + " { exit; }\n")
        .collect(Collectors.joining());
  }

  @Test
  void aRuleThatDiffersInTheLengthOfItsMaskAloneIsThereTwice() {
    assertThat(ids(Version.V3_6, blacklist("10.0.0.0/8, 10.0.0.0/16")))
        .containsExactly("blacklist");
    assertThat(ids(Version.V3_6, blacklist("10.0.0.0/8, !10.0.0.0/8"))).isEmpty();
  }

  @Test
  void aBlacklistIsReadWithItsCommentsLeftOut() {
    assertThat(ids(Version.V4_0, blacklist("10.0.0.1, # } here\n /* } */ ::1"))).isEmpty();
    assertThat(ids(Version.V4_0, blacklist("10.0.0.1 # } here\n ::1")))
        .containsExactly("blacklist");
  }

  @Test
  void aLongBlacklistTakesTimeInProportion() {
    String rules =
        IntStream.range(0, 60_000)
            .mapToObj(it -> "10." + it / 65_536 + '.' + it / 256 % 256 + '.' + it % 256)
            .collect(Collectors.joining(",\n"));
    assertThat(ids(Version.V3_4, blacklist(rules))).isEmpty();
  }

  @Property(tries = 200)
  void aScalingProfileIsTakenWhenItsNumbersFit(
      @ForAll @IntRange(max = 1_100) int most,
      @ForAll @IntRange(max = 1_100) int least,
      @ForAll @IntRange(max = 120) int up,
      @ForAll @IntRange(max = 120) int down) {
    String profile =
        "auto_scaling_profile=P scale up to %d on %d%% for 4 cycles within 5 scale down to %d on"
                .formatted(most, up, least)
            + " %d%% for 10 cycles\n".formatted(down);
    int floor = least == 0 ? 0 : down;
    boolean fits = most > least && most > 0 && most < 1_000 && up > floor && up > 0 && up <= 100;
    assertThat(ids(Version.V3_6, profile + file(RELAY, "t_relay();")).isEmpty()).isEqualTo(fits);
  }

  @Test
  void routesTakeSlotsByNameAndTheMainRouteHasOneOfItsOwn() {
    String main = file(RELAY, "t_relay();");
    for (Version version : Version.values()) {
      assertThat(ids(version, main + routes("route[r%d]", 99))).isEmpty();
      assertThat(ids(version, main + routes("route[r%d]", 100))).containsExactly("too-many-routes");
      assertThat(ids(version, main + routes("timer_route[r%d, 60]", 100))).isEmpty();
      assertThat(ids(version, main + routes("timer_route[r, 60]", 101)))
          .containsExactly("too-many-routes");
    }
  }

  @Test
  void whatServersDieOfIsNotForesaid() {
    String text = file(RELAY, "t_relay();") + routes("event_route[E_X%d]", 99);
    assertThat(ids(Version.V3_6, text)).isEmpty();
    assertThat(Programs.checker(Version.V3_6).check(Programs.program(text)))
        .anyMatch(it -> it.severity() == Severity.UNKNOWN);
  }

  @Test
  void eventRoutesNeedTheirModuleAsLongAsThereIsOne() {
    String text = file(RELAY, "t_relay();") + routes("event_route[E_CORE_LOG]", 1);
    assertThat(ids(Version.V3_4, text)).containsExactly("missing-companion");
    assertThat(ids(Version.V3_5, text)).containsExactly("missing-companion");
    assertThat(ids(Version.V3_6, text)).isEmpty();
  }

  @Test
  void aNewOptionBehindAnAliasIsAnotherAliasForOldVersions() {
    String text = "alias=sip.example.org accept_subdomain\n" + file(RELAY, "t_relay();");
    assertThat(ids(Version.V3_4, text)).isEmpty();
    assertThat(ids(Version.V3_6, text)).isEmpty();
  }

  @Test
  void namesOfVariablesAreLookedAtWhereOpenSipsDoes() {
    List<String> modules = List.of("sl", "tm", "cfgutils", "rtpengine");
    assertThat(ids(Version.V3_6, file(modules, "$var(a) = $ctime(hours);")))
        .containsExactly("variable-name");
    assertThat(ids(Version.V3_6, file(modules, "$var(a) = $ctime(hour);"))).isEmpty();
    assertThat(ids(Version.V3_6, file(modules, "$var(a) = $rtpstat($var(x));"))).isEmpty();
    assertThat(ids(Version.V3_6, file(modules, "$var(a) = $shv(x$nosuch);")))
        .containsExactly("unknown-variable");
  }

  @Test
  void namesThatModuleAccWasToldOfAreKnown() {
    String text =
        file(List.of("sl", "tm", "acc"), "$acc_extra(caller) = $fU;")
            .replace(
                "route {", "modparam(\"acc\", \"extra_fields\", \"db: caller->c; b\")\nroute {");
    assertThat(ids(Version.V3_6, text)).isEmpty();
    assertThat(ids(Version.V3_6, text.replace("extra(caller)", "extra(callee)")))
        .containsExactly("variable-name");
  }
}
