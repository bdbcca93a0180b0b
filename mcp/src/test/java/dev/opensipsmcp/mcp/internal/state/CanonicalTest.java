package dev.opensipsmcp.mcp.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
  private static String text(String json) {
    return Canonical.text(JsonParser.parseString(json));
  }

  @Test
  void membersAreSortedAtEveryDepth() {
    assertThat(text("{\"b\":[{\"d\":1,\"c\":2}],\"a\":null}"))
        .isEqualTo("{\"a\":null,\"b\":[{\"c\":2,\"d\":1}]}");
  }

  @ParameterizedTest
  @CsvSource({"1,1.0", "100,1e2", "0.5,5e-1", "0,0.00", "-7,-7.000"})
  void equalNumbersHaveOneText(String one, String other) {
    assertThat(text(one)).isEqualTo(text(other));
  }

  @ParameterizedTest
  @CsvSource({"1,2", "1,'\"1\"'", "1,true", "[1],1", "9007199254740993,9007199254740992"})
  void differentValuesHaveDifferentTexts(String one, String other) {
    assertThat(text(one)).isNotEqualTo(text(other));
  }

  @Test
  void aNumberOfAbsurdLengthCostsNothing() {
    String digits = "9".repeat(1_000);
    assertThat(text(digits)).isEqualTo(digits);
    assertThat(text("1e999999999")).isEqualTo(text("1E+999999999"));
  }
}
