package dev.opensipsmcp.server.toolset.diagnose.engine;

import java.util.List;

/**
 * One thing that operators come with.
 *
 * @param id how callers name it
 * @param title what it is about, a few words
 * @param symptoms how operators say it, several ways
 * @param looks what is looked at
 * @param rules what is judged, the likeliest causes first
 * @param tools whose answer is better than any here, or that go on where this ends
 */
public record Task(
    String id,
    String title,
    List<String> symptoms,
    List<Look> looks,
    List<Rule> rules,
    List<Move> tools) {
  public Task {
    symptoms = List.copyOf(symptoms);
    looks = List.copyOf(looks);
    rules = List.copyOf(rules);
    tools = List.copyOf(tools);
  }

  /** A task after which no other tool is called by rule. */
  public Task(String id, String title, List<String> symptoms, List<Look> looks, List<Rule> rules) {
    this(id, title, symptoms, looks, rules, List.of());
  }
}
