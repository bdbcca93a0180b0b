package dev.opensipsmcp.server.toolset.logread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line is taken apart, whoever wrote it down. */
class LineParserTest {
  private final LineParser parser =
      new LineParser(
          new Times(InstantSource.fixed(Instant.parse("2026-01-02T00:00:00Z")), ZoneOffset.UTC));

  private LogLine parse(String line) {
    return parser.parse(7, line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 28 06:54:30 edge-1 /usr/sbin/opensips[1234]: ERROR:core:bind_sock: can't go on",
        "Nov 28 06:54:30.123456 edge-1 opensips[1234]: ERROR:core:bind_sock: can't go on",
        "<131>Nov 28 06:54:30 edge-1 opensips[1234]: ERROR:core:bind_sock: can't go on",
        "2025-11-28T06:54:30.123456+00:00 edge-1 opensips[1234]: ERROR:core:bind_sock: can't go on",
        "2025-11-28T06:54:30+0000 edge-1 opensips[1234]: ERROR:core:bind_sock: can't go on",
        "1764312870.123456 edge-1 opensips[1234]: ERROR:core:bind_sock: can't go on",
        "Nov 28 06:54:30 [1234] ERROR:core:bind_sock: can't go on",
        "{\"time\": \"Nov 28 06:54:30\", \"pid\": 1234, \"level\": \"ERROR\", \"module\": \"core\","
            + " \"function\": \"bind_sock\", \"message\": \"can't go on\"}",
        "@cee: {\"time\": \"2025-11-28T06:54:30Z\", \"proc\": {\"id\": \"1234\"}, \"pri\": \"ERROR\","
            + " \"subsys\": \"core\", \"native\": {\"function\": \"bind_sock\"},"
            + " \"msg\": \"can't go on\"}"
      })
  void everyFormSaysTheSame(String line) {
    LogLine parsed = parse(line);

    assertThat(parsed.pid()).isEqualTo(1234);
    assertThat(parsed.level()).isEqualTo("ERROR");
    assertThat(parsed.module()).isEqualTo("core");
    assertThat(parsed.function()).isEqualTo("bind_sock");
    assertThat(parsed.text()).isEqualTo("can't go on");
    assertThat(parsed.at().orElseThrow().toString()).startsWith("2025-11-28T06:54:30");
  }

  @Test
  void aTimeWithoutAYearIsOfTheLastTwelveMonths() {
    assertThat(parse("Jan  1 10:00:00 [1] x").at()).contains(Instant.parse("2026-01-01T10:00:00Z"));
    assertThat(parse("Mar  1 10:00:00 [1] x").at()).contains(Instant.parse("2025-03-01T10:00:00Z"));
    assertThat(parse("Feb 30 10:00:00 [1] x").at()).isEmpty();
  }

  @Test
  void whatAScriptWroteHasNoLevel() {
    LogLine line = parse("Nov 28 06:54:30 [1234] new call from 192.0.2.1");
    assertThat(line.level()).isEmpty();
    assertThat(line.text()).isEqualTo("new call from 192.0.2.1");
  }

  @Property(tries = 500)
  void anyLineAtAllIsKept(@ForAll String line) {
    assertThat(parse(line).number()).isEqualTo(7);
    assertThat(Shape.of(parse(line).text())).hasSizeLessThanOrEqualTo(200);
  }
}
