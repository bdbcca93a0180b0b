package dev.opensipsmcp.sip.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LadderRenderersTest {
  private static final String HOSTILE = "<script>alert(1)</script>%%;\"'&]]>\u202e end\u0007\n";

  @Test
  void textStaysWithinItsWidthForTwoToSixParticipants() {
    for (int count = 2; count <= 6; count++) {
      String text = LadderRenderers.text(chain(count), new TextStyle(120, false));
      assertThat(text.lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(121));
      assertThat(text).contains("INVITE").contains("▶");
    }
  }

  @Test
  void asciiIsAsciiOnly() {
    Samples.all()
        .values()
        .forEach(sample ->
            assertThat(LadderRenderers.text(Samples.ladder(sample), new TextStyle(100, true)))
                .isASCII());
  }

  @Test
  void hostileNamesAreDataInEveryFormat() throws Exception {
    Ladder ladder = hostile();

    Document svg = parsed(LadderRenderers.svg(ladder));
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getDocumentElement().getTextContent()).contains("<script>");
    String mermaid = LadderRenderers.mermaid(ladder);
    assertThat(mermaid).doesNotContain("<script").doesNotContain("%%").doesNotContain(" end");
    assertThat(mermaid.lines().skip(1)).allMatch(line -> line.startsWith("  "));
    assertThat(LadderRenderers.text(ladder, TextStyle.DEFAULT))
        .doesNotContain("\u202e")
        .doesNotContain("\u0007");
  }

  @Test
  void anSvgNamesNothingOutsideOfItself() throws Exception {
    for (Wire sample : Samples.all().values()) {
      String svg = LadderRenderers.svg(Samples.ladder(sample));
      parsed(svg);
      assertThat(svg)
          .doesNotContain("href")
          .doesNotContain("url(")
          .doesNotContain("<script")
          .doesNotContain("@import")
          .contains("prefers-color-scheme");
      assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    }
  }

  @Test
  void manyRetransmissionsAreDrawnAsTheFirstAndTheLast() {
    Wire wire = Samples.unreachable();
    String text = LadderRenderers.text(Samples.ladder(wire), TextStyle.DEFAULT);
    assertThat(text)
        .contains("sent again 4 times over 7.5 s")
        .contains("#4 INVITE")
        .contains("#7 INVITE")
        .doesNotContain("#5 INVITE");
  }

  @Test
  void aPngIsDrawnOrItIsSaidWhyNot() {
    switch (LadderRenderers.png(Samples.ladder(Samples.nat()), true, 1)) {
      case Picture.Drawn(byte[] png, int width, int height) -> {
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(width).isPositive();
        assertThat(height).isPositive();
      }
      case Picture.Missing(String why) -> assertThat(why).contains("Use the SVG");
    }
  }

  @Property(tries = 150)
  void anyBytesMakeALadderInEveryFormat(@ForAll @Size(max = 12) List<byte[]> packets)
      throws Exception {
    List<CapturedMessage> messages = new ArrayList<>();
    for (int at = 0; at < packets.size(); at++) {
      messages.add(
          new CapturedMessage(
              Wire.BEGIN.plusMillis(at * 700L),
              Transport.UDP,
              new Endpoint("10.0.0." + at % 4, 5060 + at % 3),
              new Endpoint("2001:db8::" + at % 3, 0),
              SipParser.parse(packets.get(at)),
              ""));
    }
    Ladder ladder = Ladders.of(messages, LadderSettings.DEFAULT);
    parsed(LadderRenderers.svg(ladder));
    assertThat(LadderRenderers.text(ladder, TextStyle.DEFAULT)).isNotEmpty();
    assertThat(LadderRenderers.mermaid(ladder)).startsWith("sequenceDiagram");
    Ladders.hops(ladder);
  }

  private static Ladder hostile() {
    Dialogue call =
        new Dialogue(
            "id" + "<b>%%;", "a%3cscript%3e;end@example.com", "t", "\"><script>x@example.com", "u");
    Wire wire =
        new Wire()
            .at(
                0,
                Samples.ALICE,
                Samples.BOB,
                call.request("INVITE", 1, "b@example.com", "UDP 192.0.2.10;branch=z9hG4bK1"))
            .at(
                9,
                Samples.BOB,
                Samples.ALICE,
                call.response(
                    "486 <script>end</script>; %% #35;",
                    "INVITE", 1, "UDP 192.0.2.10;branch=z9hG4bK1"));
    return Ladders.of(wire.messages, new LadderSettings(Map.of("192.0.2.10", HOSTILE), List.of()));
  }

  private static Ladder chain(int count) {
    Wire wire = new Wire();
    Dialogue call = Samples.direct();
    for (int at = 0; at + 1 < count; at++) {
      List<String> vias = new ArrayList<>();
      for (int hop = at; hop >= 0; hop--) {
        vias.add("UDP 192.0.2." + (10 + hop) + ";branch=z9hG4bK" + hop);
      }
      wire.at(
          at * 3,
          "192.0.2." + (10 + at) + ":5060",
          "192.0.2." + (11 + at) + ":5060",
          call.request("INVITE", 1, "bob@example.com", vias.toArray(String[]::new)));
    }
    return Ladders.of(wire.messages, LadderSettings.DEFAULT);
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
