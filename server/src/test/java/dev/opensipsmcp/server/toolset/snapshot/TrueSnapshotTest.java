package dev.opensipsmcp.server.toolset.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a snapshot reads and judges exists in every version that can be operated. */
class TrueSnapshotTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void everyCommandIsOneOfItsModule(Version version) {
    for (StatePart part : StatePart.values()) {
      MiLookup found = Facts.of(version).mi().lookup(part.command());
      assertThat(found).as("%s in %s", part.command(), version).isInstanceOf(MiLookup.Found.class);
      assertThat(((MiLookup.Found) found).command().module()).isEqualTo(part.module());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void everyStatisticThatIsJudgedExists(Version version) {
    for (String name : Figures.watched()) {
      assertThat(Facts.of(version).statistics())
          .as("%s in %s", name, version)
          .anyMatch(one -> one.fullName().equals(name));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void everyGroupExists(Version version) {
    for (String group : Taker.GROUPS) {
      assertThat(Facts.of(version).statistics())
          .as("%s in %s", group, version)
          .anyMatch(one -> one.group().equals(group));
    }
  }
}
