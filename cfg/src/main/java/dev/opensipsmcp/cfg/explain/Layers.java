package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.explain.FlowGraph.Edge;
import dev.opensipsmcp.cfg.explain.FlowGraph.Kind;
import dev.opensipsmcp.cfg.explain.FlowGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A layered layout after Sugiyama: arrows that lead back are turned, each box goes below all that
 * lead to it, arrows over several layers get a bend in each, and boxes go where their neighbours
 * are.
 */
final class Layers {
  /** Rounds of moving boxes towards their neighbours; more do not show. */
  private static final int ROUNDS = 12;

  private static final double GAP = 34;

  /** A box, or a bend of an arrow, which has no width. */
  static final class Spot {
    final int node;
    final double width;
    final List<Spot> above = new ArrayList<>();
    final List<Spot> below = new ArrayList<>();
    int layer;
    double x;

    Spot(int node, double width, int layer) {
      this.node = node;
      this.width = width;
      this.layer = layer;
    }
  }

  /** An arrow as it is drawn: from box to box over its bends, from above to below. */
  record Way(Edge edge, List<Spot> spots, boolean turned) {}

  final List<Spot> boxes = new ArrayList<>();
  final List<List<Spot>> layers = new ArrayList<>();
  final List<Way> ways = new ArrayList<>();

  Layers(FlowGraph graph, double[] widths) {
    Map<String, Integer> index = new HashMap<>();
    for (Node node : graph.nodes()) {
      index.put(node.id(), index.size());
    }
    List<Edge> edges =
        graph.edges().stream().filter(edge -> !edge.from().equals(edge.to())).toList();
    boolean[] turned = turned(graph, edges, index);
    int[] layer = layer(graph, edges, index, turned);
    for (int i = 0; i < widths.length; i++) {
      Spot box = new Spot(i, widths[i], layer[i]);
      boxes.add(box);
      in(layer[i]).add(box);
    }
    for (int i = 0; i < edges.size(); i++) {
      ways.add(way(edges.get(i), turned[i], index));
    }
    for (int round = 0; round < ROUNDS; round++) {
      order(round % 2 == 0);
    }
    for (int round = 0; round < ROUNDS; round++) {
      move(round % 2 == 0);
    }
  }

  private List<Spot> in(int layer) {
    while (layers.size() <= layer) {
      layers.add(new ArrayList<>());
    }
    return layers.get(layer);
  }

  /** {@return which arrows lead back to where the way comes from} */
  private static boolean[] turned(FlowGraph graph, List<Edge> edges, Map<String, Integer> index) {
    int count = graph.nodes().size();
    List<List<Integer>> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add(new ArrayList<>());
    }
    for (int i = 0; i < edges.size(); i++) {
      out.get(index.getOrDefault(edges.get(i).from(), 0)).add(i);
    }
    boolean[] turned = new boolean[edges.size()];
    int[] state = new int[count];
    int[] next = new int[count];
    List<Integer> roots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      roots.add(i);
    }
    roots.sort(Comparator.comparing(i -> graph.nodes().get(i).kind() != Kind.START));
    Deque<Integer> path = new ArrayDeque<>();
    for (int root : roots) {
      if (state[root] != 0) {
        continue;
      }
      path.push(root);
      state[root] = 1;
      while (!path.isEmpty()) {
        int node = path.peek();
        if (next[node] == out.get(node).size()) {
          state[node] = 2;
          path.pop();
          continue;
        }
        int edge = out.get(node).get(next[node]++);
        int target = index.getOrDefault(edges.get(edge).to(), 0);
        turned[edge] = state[target] == 1;
        if (state[target] == 0) {
          state[target] = 1;
          path.push(target);
        }
      }
    }
    return turned;
  }

  private static int[] layer(
      FlowGraph graph, List<Edge> edges, Map<String, Integer> index, boolean[] turned) {
    int[] layer = new int[graph.nodes().size()];
    boolean changed = true;
    // without cycles the longest way has as many steps as there are boxes
    for (int round = 0; changed && round <= layer.length; round++) {
      changed = false;
      for (int i = 0; i < edges.size(); i++) {
        int from = index.getOrDefault(edges.get(i).from(), 0);
        int to = index.getOrDefault(edges.get(i).to(), 0);
        int upper = turned[i] ? to : from;
        int lower = turned[i] ? from : to;
        if (layer[lower] <= layer[upper]) {
          layer[lower] = layer[upper] + 1;
          changed = true;
        }
      }
    }
    return layer;
  }

  private Way way(Edge edge, boolean turned, Map<String, Integer> index) {
    Spot from = boxes.get(index.getOrDefault(edge.from(), 0));
    Spot to = boxes.get(index.getOrDefault(edge.to(), 0));
    Spot upper = turned ? to : from;
    Spot lower = turned ? from : to;
    List<Spot> spots = new ArrayList<>(List.of(upper));
    for (int layer = upper.layer + 1; layer < lower.layer; layer++) {
      Spot bend = new Spot(-1, 12, layer);
      in(layer).add(bend);
      spots.add(bend);
    }
    spots.add(lower);
    for (int i = 1; i < spots.size(); i++) {
      spots.get(i - 1).below.add(spots.get(i));
      spots.get(i).above.add(spots.get(i - 1));
    }
    return new Way(edge, spots, turned);
  }

  /** Sorts each layer by the middle of its neighbours in the layer before. */
  private void order(boolean down) {
    for (List<Spot> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        layer.get(i).x = i;
      }
    }
    for (List<Spot> layer : down ? layers : layers.reversed()) {
      Map<Spot, Double> middle = new HashMap<>();
      for (Spot spot : layer) {
        middle.put(spot, mean(down ? spot.above : spot.below, spot.x));
      }
      layer.sort(Comparator.comparing(spot -> middle.getOrDefault(spot, 0.0)));
      for (int i = 0; i < layer.size(); i++) {
        layer.get(i).x = i;
      }
    }
  }

  private void move(boolean down) {
    for (List<Spot> layer : down ? layers : layers.reversed()) {
      double[] wanted = new double[layer.size()];
      double[] widths = new double[layer.size()];
      for (int i = 0; i < wanted.length; i++) {
        Spot spot = layer.get(i);
        wanted[i] = mean(down ? spot.above : spot.below, spot.x);
        widths[i] = spot.width;
      }
      double[] placed = Isotonic.place(wanted, widths, GAP);
      for (int i = 0; i < placed.length; i++) {
        layer.get(i).x = placed[i];
      }
    }
    double left =
        layers.stream()
            .flatMap(List::stream)
            .mapToDouble(spot -> spot.x - spot.width / 2)
            .min()
            .orElse(0);
    layers.forEach(layer -> layer.forEach(spot -> spot.x -= left));
  }

  private static double mean(List<Spot> spots, double none) {
    return Arrays.stream(spots.stream().mapToDouble(spot -> spot.x).toArray())
        .average()
        .orElse(none);
  }
}
