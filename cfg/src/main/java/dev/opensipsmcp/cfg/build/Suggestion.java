package dev.opensipsmcp.cfg.build;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scenario that may be what somebody described, with what is still to be asked.
 *
 * @param scenario the scenario
 * @param percent how well it fits, 1 to 100, against the others of the same description
 * @param matched the words of the description that speak for it
 * @param features the features beside its own that the description speaks of
 * @param parameters the values that the description gives, by parameter
 * @param questions what is to be asked, most important first
 */
public record Suggestion(
    Scenario scenario,
    int percent,
    List<String> matched,
    Set<String> features,
    Map<String, String> parameters,
    List<Question> questions) {
  public Suggestion {
    matched = List.copyOf(matched);
    features = Set.copyOf(features);
    parameters = Map.copyOf(parameters);
    questions = List.copyOf(questions);
  }

  /**
   * A question for a parameter that the description does not give.
   *
   * @param parameter the parameter
   * @param text the question
   */
  public record Question(Parameter parameter, String text) {}
}
