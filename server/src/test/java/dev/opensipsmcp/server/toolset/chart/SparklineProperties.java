package dev.opensipsmcp.server.toolset.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any series can be drawn. */
class SparklineProperties {

  @Property(tries = 200)
  void everyValueHasItsBarAndTheExtremesTheirs(@ForAll @From("series") List<Double> values) {
    String line = Sparkline.of(values);
    assertThat(line).hasSize(values.size()).matches("[▁▂▃▄▅▆▇█]+");
    double most = values.stream().mapToDouble(v -> v).max().orElseThrow();
    double least = values.stream().mapToDouble(v -> v).min().orElseThrow();
    assertThat(line.charAt(values.indexOf(least))).isEqualTo('▁');
    if (most > least) {
      assertThat(line.charAt(values.indexOf(most))).isEqualTo('█');
    }
  }

  @Property(tries = 200)
  void thePictureIsXmlWithinItsFrame(
      @ForAll @From("series") List<Double> values, @ForAll String title) throws Exception {
    String printable = title.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]", "");
    String svg = SparklineSvg.of(printable, values);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTagName())
        .isEqualTo("svg");
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Example
  void aRisingSeriesRises() {
    assertThat(Sparkline.of(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0))).isEqualTo("▁▂▃▄▅▆▇█");
    assertThat(Sparkline.of(List.of(5.0, 5.0))).isEqualTo("▁▁");
  }

  @Provide
  Arbitrary<List<Double>> series() {
    return Arbitraries.doubles().between(-1e12, 1e12).list().ofMinSize(1).ofMaxSize(60);
  }
}
