package dev.opensipsmcp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "3.6, V3_6",
    "3.6.8, V3_6",
    "OpenSIPS (3.6.8 (x86_64/linux)), V3_6",
    "opensips 4.0.0-dev, V4_0",
    "v3.4, V3_4"
  })
  void findsTheReleaseLineInAText(String text, Version version) {
    assertThat(Version.parse(text)).contains(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "13.6", "3.60", "2.4.11", "1.3.6", "OpenSIPS"})
  void findsNoneWhereNoneIsNamed(String text) {
    assertThat(Version.parse(text)).isEmpty();
  }

  @Test
  void operatesOnlyWhatWasRecordedFromRunningNodes() {
    assertThat(Version.values())
        .filteredOn(Version::operable)
        .containsExactly(Version.V3_4, Version.V3_5, Version.V3_6, Version.V4_0);
  }
}
