package dev.opensipsmcp.sip.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of SIPp's options only harmless ones may be given. */
class SippFlagsTest {
  @Test
  void harmlessOnesPass() {
    assertThat(SippFlags.read(Map.of("d", "2000", "-s", "bob", "-aa", "", "nr", "true")))
        .isEqualTo(new SippFlags.Read.Words(List.of("-aa", "-d", "2000", "-nr", "-s", "bob")));
    assertThat(SippFlags.read(Map.of())).isEqualTo(new SippFlags.Read.Words(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-sf",
        "-inf",
        "-sh",
        "-plugin",
        "-rsa",
        "-r",
        "-l",
        "-m",
        "-rp",
        "-users",
        "-rate_max",
        "-rate_increase",
        "-bg",
        "-3pcc",
        "-master",
        "-slave_cfg",
        "-trace_msg",
        "-message_file",
        "-stf",
        "-error_file",
        "-i",
        "-p",
        "-ci",
        "-cp",
        "-mi",
        "-key",
        "-set",
        "-timeout",
        "-ap",
        "-t",
        "",
        "-",
        "-d 1 -sf",
        "-D"
      })
  void othersDoNot(String name) {
    assertThat(SippFlags.read(Map.of(name, "1"))).isInstanceOf(SippFlags.Read.Refused.class);
  }

  @Test
  void valuesHaveTheirForm() {
    for (Map<String, String> given :
        List.of(
            Map.of("-d", "-1"),
            Map.of("-d", "12345678"),
            Map.of("-d", ""),
            Map.of("-s", "a b"),
            Map.of("-s", "-sf"),
            Map.of("-s", "a;b"),
            Map.of("-aa", "yes"),
            Map.of("-rtcheck", "fullest"))) {
      assertThat(SippFlags.read(given)).as("%s", given).isInstanceOf(SippFlags.Read.Refused.class);
    }
  }
}
