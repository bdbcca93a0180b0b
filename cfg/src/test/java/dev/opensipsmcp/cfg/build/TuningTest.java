package dev.opensipsmcp.cfg.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TuningTest {
  private static final Load BIG = new Load(16, 32_768, 800, 60_000, 400_000, 50_000);

  @Test
  void moreLoadMeansMoreOfEverything() {
    Load small = new Load(2, 2_048, 5, 100, 1_000, 0);
    for (String name : List.of("udp_workers", "timer_workers", "-m")) {
      assertThat(value(BIG, name)).as(name).isGreaterThan(value(small, name));
    }
  }

  @Test
  void everySettingExistsInItsVersionAndSaysWhy() {
    for (Version version : Builds.versions()) {
      Facts facts = Facts.of(version);
      for (Setting setting : Tuning.of(BIG, version).settings()) {
        assertThat(setting.reason()).endsWith(".").hasSizeGreaterThan(30);
        switch (setting.place()) {
          case GLOBAL ->
              assertThat(facts.core().globalParameter(setting.name()))
                  .as("%s in %s", setting.name(), version)
                  .isPresent();
          case MODULE ->
              assertThat(
                      facts
                          .module(setting.module())
                          .flatMap(module -> module.parameter(setting.name())))
                  .as("%s in %s", setting, version)
                  .isPresent();
          case COMMAND_LINE -> assertThat(setting.name()).startsWith("-");
        }
      }
    }
  }

  @Test
  void threadsForTcpOnlyWhereThereAreSome() {
    assertThat(Tuning.of(BIG, Version.V4_0).settings())
        .anyMatch(setting -> setting.name().equals("tcp_threads"));
    assertThat(Tuning.of(BIG, Version.V3_6).settings())
        .noneMatch(setting -> setting.name().equals("tcp_threads"));
  }

  @Test
  void aHostThatIsTooSmallIsSaidToBe() {
    Load tooMuch = new Load(2, 512, 100, 500_000, 1_000_000, 0);
    assertThat(Tuning.of(tooMuch, Version.V3_6).settings())
        .anyMatch(setting -> setting.reason().contains("which this host does not have"));
    assertThat(value(tooMuch, "-m")).isLessThan(512);
  }

  @Test
  void tunedValuesReplaceThoseOfTheScenario() {
    Scenario scenario = Builds.scenario("class5-switch");
    BuildResult.Built built =
        (BuildResult.Built)
            CfgBuilder.build(
                scenario, Version.V3_6, Map.of(), Set.of(), Tuning.of(BIG, Version.V3_6));

    assertThat(built.text())
        .containsOnlyOnce("udp_workers = ")
        .contains("modparam(\"dialog\", \"hash_size\", 8192)")
        .contains("# Start with: opensips -m ");
    assertThat(Parser.parse(built.text()).faults()).isEmpty();
  }

  @Test
  void figuresOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Load(0, 1_024, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cores");
  }

  @Property(tries = 300)
  void noLoadGivesNonsense(
      @ForAll @IntRange(min = 1, max = 512) int cores,
      @ForAll @IntRange(min = 64, max = 1_048_576) int memory,
      @ForAll @IntRange(max = 100_000) int rate,
      @ForAll @IntRange(max = 10_000_000) int calls,
      @ForAll @IntRange(max = 100_000_000) int registrations,
      @ForAll @IntRange(max = 10_000_000) int connections) {
    Load load = new Load(cores, memory, rate, calls, registrations, connections);
    for (Setting setting : Tuning.of(load, Version.V4_0).settings()) {
      assertThat(Long.parseLong(setting.value())).as("%s", setting).isPositive();
    }
    assertThat(value(load, "udp_workers")).isBetween(1L, Math.max(2L, cores * 8L));
  }

  private static long value(Load load, String name) {
    return Tuning.of(load, Version.V4_0).settings().stream()
        .filter(setting -> setting.name().equals(name))
        .mapToLong(setting -> Long.parseLong(setting.value()))
        .findFirst()
        .orElseThrow();
  }
}
