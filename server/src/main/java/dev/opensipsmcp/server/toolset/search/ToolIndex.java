package dev.opensipsmcp.server.toolset.search;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds tools by a person's words. Ranks by BM25 (Robertson and Zaragoza 2009) over name, title,
 * description, example prompts and toolset, each with its weight.
 */
public final class ToolIndex {
  private static final double SATURATION = 2;
  private static final double LENGTH = 0.5;

  /** How much likelier a question is about a tool that reads. */
  private static final double READING = 1.3;

  /** How much a topic counts beside a tool's own texts. */
  private static final double TOPIC = 0.85;

  /** How much it counts where one of its sayings has nearly all that was asked. */
  private static final double SAID = 1.2;

  private static final double NEARLY_ALL = 0.8;

  /** A best hit that has less than this of what was said is none to rely on. */
  private static final double VAGUE = 0.45;

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> toolsWithWord = new HashMap<>();
  private final double meanLength;
  private final Optional<Tool> general;

  /**
   * A tool's words with their weights.
   *
   * @param tool the tool
   * @param weights how much each word says about it
   * @param length the sum of the weights
   * @param sayings the words of each saying, where it is a topic
   */
  private record Entry(
      Tool tool, Map<String, Double> weights, double length, List<Set<String>> sayings) {}

  /**
   * A tool that was found.
   *
   * @param tool the tool
   * @param score how well it fits; comparable within one search
   */
  public record Hit(Tool tool, double score) {}

  /**
   * Makes an index.
   *
   * @param tools what can be found
   */
  public ToolIndex(List<Tool> tools) {
    this(tools, List.of());
  }

  /**
   * Makes an index.
   *
   * @param tools what can be found
   * @param topics what some of them are found by, too; those of other tools count nothing
   */
  public ToolIndex(List<Tool> tools, List<Topic> topics) {
    for (Tool tool : tools) {
      add(entry(tool));
    }
    for (Topic topic : topics) {
      tools.stream()
          .filter(tool -> tool.name().equals(topic.tool()))
          .findFirst()
          .ifPresent(tool -> add(entry(tool, topic)));
    }
    general =
        topics.stream()
            .map(Topic::tool)
            .flatMap(name -> tools.stream().filter(tool -> tool.name().equals(name)))
            .findFirst();
    meanLength = entries.stream().mapToDouble(Entry::length).average().orElse(1);
  }

  private void add(Entry entry) {
    entries.add(entry);
    for (String word : entry.weights().keySet()) {
      toolsWithWord.merge(word, 1, Integer::sum);
    }
  }

  /**
   * {@return the tools that share a word with the query, best first; of equal ones by name}
   *
   * @param query a person's words
   */
  public List<Hit> search(String query) {
    Map<String, Double> words = Words.asked(query);
    double reading = Words.isQuestion(query) ? READING : 1;
    Map<Tool, Double> scores = new HashMap<>();
    for (Entry entry : entries) {
      double score = 0;
      for (Map.Entry<String, Double> word : words.entrySet()) {
        score += word.getValue() * score(entry, word.getKey());
      }
      score *= entry.tool().demand().risk() == Risk.READ ? reading : 1;
      if (score > 0) {
        scores.merge(entry.tool(), score * share(entry, words.keySet()), Math::max);
      }
    }
    List<Hit> hits = new ArrayList<>();
    scores.forEach((tool, score) -> hits.add(new Hit(tool, score)));
    hits.sort(
        Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.tool().name()));
    return vague(hits, words.keySet()) ? withGeneral(hits) : hits;
  }

  /** Whether the best hit has little of what was said: then it is a tale, and names no tool. */
  private boolean vague(List<Hit> hits, Set<String> words) {
    return !hits.isEmpty() && covered(hits.getFirst().tool(), words) < VAGUE;
  }

  private double covered(Tool tool, Set<String> words) {
    return entries.stream()
        .filter(entry -> entry.tool().equals(tool))
        .mapToDouble(entry -> covered(entry.weights().keySet(), words))
        .max()
        .orElse(0);
  }

  /** How much of the words there is in a text, by their rarity. */
  private double covered(Set<String> text, Set<String> words) {
    double all = words.stream().mapToDouble(this::rarity).sum();
    return words.stream().filter(text::contains).mapToDouble(this::rarity).sum() / all;
  }

  private double share(Entry entry, Set<String> words) {
    if (entry.sayings().isEmpty()) {
      return 1;
    }
    return entry.sayings().stream().anyMatch(saying -> covered(saying, words) >= NEARLY_ALL)
        ? SAID
        : TOPIC;
  }

  /** Puts a tool that takes tales as they are told behind the first hit. */
  private List<Hit> withGeneral(List<Hit> hits) {
    Hit first = hits.getFirst();
    if (general.isEmpty() || first.tool().equals(general.get())) {
      return hits;
    }
    List<Hit> all = new ArrayList<>(hits);
    all.removeIf(hit -> hit.tool().equals(general.get()));
    all.add(1, new Hit(general.get(), first.score()));
    return all;
  }

  private double score(Entry entry, String word) {
    Double weight = entry.weights().get(word);
    if (weight == null) {
      return 0;
    }
    double longer = 1 - LENGTH + LENGTH * entry.length() / meanLength;
    return rarity(word) * weight * (SATURATION + 1) / (weight + SATURATION * longer);
  }

  private double rarity(String word) {
    int with = toolsWithWord.getOrDefault(word, 0);
    return Math.log(1 + (entries.size() - with + 0.5) / (with + 0.5));
  }

  private static Entry entry(Tool tool) {
    Map<String, Double> weights = new HashMap<>();
    add(weights, tool.name(), 3);
    add(weights, tool.title(), 3);
    add(weights, tool.toolset(), 1);
    add(weights, tool.description().what(), 2);
    add(weights, tool.description().useWhen(), 1.5);
    for (String alias : tool.aliases()) {
      add(weights, alias, 1);
    }
    for (String example : tool.examples()) {
      add(weights, example, 1);
    }
    return new Entry(tool, weights, sum(weights), List.of());
  }

  /** Of a topic a word counts by how many of the sayings have it. */
  private static Entry entry(Tool tool, Topic topic) {
    Map<String, Double> weights = new HashMap<>();
    add(weights, topic.title(), 2);
    List<Set<String>> sayings = new ArrayList<>();
    for (String saying : topic.sayings()) {
      add(weights, saying, 1);
      sayings.add(Set.copyOf(Words.of(saying)));
    }
    return new Entry(tool, weights, sum(weights), List.copyOf(sayings));
  }

  private static double sum(Map<String, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void add(Map<String, Double> weights, String text, double weight) {
    for (String word : Words.of(text)) {
      weights.merge(word, weight, Double::sum);
    }
  }
}
