package dev.opensipsmcp.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.config.Settings.EventsEntry;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.Settings.PlaceEntry;
import dev.opensipsmcp.server.config.Settings.RestEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstructionsTest {

  @Test
  void one_node_needs_no_word() {
    assertThat(Instructions.of(List.of(node("a", place()))))
        .doesNotContain("Nodes")
        .isEqualTo(Instructions.of(List.of()));
  }

  @Test
  void several_are_named_with_what_chooses_them_and_what_may_be_done_there() {
    PlaceEntry place =
        new PlaceEntry(Optional.of(7), List.of("edge", "berlin"), Optional.of("viewer"));
    assertThat(Instructions.of(List.of(node("edge-1", place), node("core", place()))))
        .contains(
            "Nodes (the first is meant when instance is absent): edge-1 (cluster 7, tag edge, tag"
                + " berlin, at most viewer), core.",
            "tag:T, cluster:N or all",
            "a change names exactly one");
  }

  @Test
  void many_do_not_fill_the_context_window() {
    List<NodeEntry> many =
        IntStream.range(0, 500).mapToObj(i -> node("node-" + i, place())).toList();
    assertThat(Instructions.of(many)).hasSizeLessThan(1_500).contains("and more: instance_list.");
  }

  private static PlaceEntry place() {
    return new PlaceEntry(Optional.empty(), List.of(), Optional.empty());
  }

  private static NodeEntry node(String name, PlaceEntry place) {
    return new NodeEntry(
        name,
        "http://127.0.0.1:8888/mi",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        2_000,
        10_000,
        new RestEntry(3, 5_000),
        place,
        new EventsEntry(Optional.empty(), 0, Optional.empty(), "udp", List.of(), 100),
        Optional.empty());
  }
}
