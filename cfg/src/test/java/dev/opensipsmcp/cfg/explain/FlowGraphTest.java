package dev.opensipsmcp.cfg.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.explain.FlowGraph.Edge;
import dev.opensipsmcp.cfg.explain.FlowGraph.Kind;
import dev.opensipsmcp.cfg.explain.FlowGraph.Link;
import dev.opensipsmcp.cfg.syntax.Parser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class FlowGraphTest {
  private static FlowGraph graph(String text) {
    return FlowGraph.of(Parser.parse(text));
  }

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z]+)((?: [\\w:-]+=\"[^\"<]*\")*)(/?)>");

  /** Every tag is closed where it was opened, and nothing else looks like a tag or an entity. */
  private static void assertWellFormed(String svg) {
    Deque<String> open = new ArrayDeque<>();
    StringBuilder rest = new StringBuilder();
    Matcher tag = TAG.matcher(svg);
    int at = 0;
    while (tag.find()) {
      rest.append(svg, at, tag.start());
      at = tag.end();
      if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(tag.group(2));
      } else if (tag.group(4).isEmpty()) {
        open.push(tag.group(2));
      }
    }
    rest.append(svg, at, svg.length());
    assertThat(open).isEmpty();
    assertThat(rest.toString().replaceAll("&(lt|gt|amp);", "")).doesNotContain("<", "&");
  }

  @Test
  void callsArmsAndRelaysAreToldWithTheirConditions() {
    assertThat(graph(BorderElement.TEXT).edges())
        .containsExactly(
            new Edge("SIP request", "route", Link.CALL, ""),
            new Edge("timer, every 60 s", "timer_route[tick]", Link.CALL, ""),
            new Edge("route", "route[RELAY]", Link.CALL, "loose_route() / INVITE"),
            new Edge("route", "route[REGISTER]", Link.CALL, "REGISTER"),
            new Edge("route", "failure_route[GONE]", Link.ARM, "on failure"),
            new Edge("route[RELAY]", "next hop", Link.CALL, ""),
            new Edge("failure_route[GONE]", "route[RELAY]", Link.CALL, "ds_next_dst()"));
  }

  @Test
  void aRouteThatIsNotThereAndOneKnownAtRunTimeStandOut() {
    FlowGraph graph = graph("route { route(nowhere); route($var(x)); }\n");

    assertThat(graph.nodes())
        .filteredOn(node -> node.kind() == Kind.MISSING)
        .extracting(FlowGraph.Node::title)
        .containsExactly("route[nowhere]", "route[$var(x)]");
  }

  @Test
  void asynchronousWorkResumesInARoute() {
    assertThat(graph("route { async(sleep(1), back); }\nroute[back] { exit; }\n").edges())
        .contains(new Edge("route", "route[back]", Link.RESUME, "when done"));
  }

  @Test
  void aModuleSetsOffTheRouteThatItsParameterNames() {
    assertThat(
            graph(
                    "loadmodule \"pike.so\"\nmodparam(\"pike\", \"check_route\", \"guard\")\n"
                        + "route { exit; }\nroute[guard] { drop; }\n")
                .edges())
        .contains(new Edge("module pike", "route[guard]", Link.CALL, ""));
  }

  @Test
  void mermaidHasANodeAndAnArrowForEach() {
    assertThat(
            graph("route { if ($rU == \"a\\\"<b>\") route(x); }\nroute[x] { t_relay(); }\n")
                .mermaid())
        .isEqualTo(
            """
            flowchart TD
              n0["route"]
              n1(["SIP request"])
              n2["route[x]<br/>relays"]
              n3(("next hop"))
              n1 --> n0
              n0 -->|"#36;rU == #34;a#92;#34;#60;b#62;#34;"| n2
              n2 --> n3
            """);
  }

  @Test
  void theDrawingIsWellFormedAndShowsEveryRoute() {
    for (Theme theme : Theme.values()) {
      String svg = graph(BorderElement.TEXT).svg(theme);

      assertWellFormed(svg);
      assertThat(svg)
          .contains(">route[REGISTER]<", ">failure_route[GONE]<", ">next hop<")
          .doesNotContain("NaN", "Infinity");
    }
    assertThat(graph(BorderElement.TEXT).svg(Theme.AUTO)).contains("prefers-color-scheme:dark");
  }

  @Property(tries = 200)
  void boxesNeverTouchWhateverLeadsWhere(
      @ForAll @Size(max = 40) List<@IntRange(max = 11) Integer> pairs) {
    StringBuilder text = new StringBuilder("route { route(r0); }\n");
    for (int from = 0; from < 12; from++) {
      text.append("route[r").append(from).append("] { exit; ");
      for (int i = 0; i + 1 < pairs.size(); i += 2) {
        if (pairs.get(i) == from) {
          text.append("route(r").append(pairs.get(i + 1)).append("); ");
        }
      }
      text.append("}\n");
    }
    FlowGraph graph = graph(text.toString());
    assertWellFormed(graph.svg(Theme.AUTO));
    Layers layers = new Layers(graph, graph.nodes().stream().mapToDouble(_ -> 100).toArray());

    for (List<Layers.Spot> layer : layers.layers) {
      for (int i = 1; i < layer.size(); i++) {
        Layers.Spot left = layer.get(i - 1);
        Layers.Spot right = layer.get(i);
        assertThat(right.x - left.x).isGreaterThanOrEqualTo((left.width + right.width) / 2 - 0.001);
      }
    }
    assertThat(layers.ways)
        .allMatch(way ->
            IntStream.range(1, way.spots().size())
                .allMatch(i -> way.spots().get(i).layer == way.spots().get(i - 1).layer + 1));
  }

  @Test
  void moreRoutesThanAnybodyCanReadAreNotDrawn() {
    String many =
        IntStream.range(0, 2000)
            .mapToObj(i -> "route[r" + i + "] { route(r" + (i + 1) + "); }\n")
            .collect(Collectors.joining());

    assertWellFormed(graph(many).svg(Theme.LIGHT));
    assertThat(graph(many).svg(Theme.LIGHT)).contains("too many for one drawing");
    assertThat(graph(many).mermaid().lines().count()).isEqualTo(4002);
  }
}
