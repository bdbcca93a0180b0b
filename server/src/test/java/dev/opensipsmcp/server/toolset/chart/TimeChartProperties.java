package dev.opensipsmcp.server.toolset.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Any counts can be drawn. */
class TimeChartProperties {

  @Property(tries = 200)
  void thePictureIsXmlOfBoundedLength(
      @ForAll @From("counts") List<Long> counts, @ForAll String title) throws Exception {
    String printable = title.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]", "");
    String name = printable.substring(0, Math.min(40, printable.length()));
    String svg =
        TimeChart.of(
            new TimeChart.Words(name, "time", "calls"),
            IntStream.range(0, counts.size()).mapToObj(hour -> hour + ":00").toList(),
            List.of(
                new TimeChart.Bars("answered", counts),
                new TimeChart.Bars("others", counts.reversed())),
            new TimeChart.Line(
                "ASR",
                counts.stream()
                    .map(
                        count -> count == 0 ? Optional.<Double>empty() : Optional.of(count % 101.0))
                    .toList()));

    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTagName())
        .isEqualTo("svg");
    assertThat(svg).doesNotContain("NaN", "Infinity", "\"").hasSizeLessThan(14_000);
  }

  @Property(tries = 500)
  void theAxisHasRoomForEveryValueAndFewRoundSteps(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long highest) {
    Scale scale = Scale.upTo(highest);

    assertThat(scale.top()).isGreaterThanOrEqualTo(highest);
    assertThat(scale.steps()).isBetween(1, 5);
    assertThat(Long.toString(scale.step())).matches("[125]0*");
  }

  @Example
  void numbersAreShort() {
    assertThat(Scale.shown(5_000)).isEqualTo("5000");
    assertThat(Scale.shown(25_000)).isEqualTo("25k");
    assertThat(Scale.shown(1_500_000)).isEqualTo("1.5M");
    assertThat(Scale.shown(0)).isEqualTo("0");
  }

  @Provide
  Arbitrary<List<Long>> counts() {
    return Arbitraries.longs().between(0, 10_000_000).list().ofMinSize(1).ofMaxSize(TimeChart.MOST);
  }
}
