package dev.opensipsmcp.cfg.build;

import java.util.List;
import java.util.Set;

/**
 * What a node is for, as a set of features and route logic of its own.
 *
 * @param name its name, in words joined by hyphens
 * @param title its name for people
 * @param summary what it does, in a sentence or two
 * @param features the features it is made of, with what they need
 * @param optional the features that make sense beside them
 * @param words words by which a description is recognised as meaning it
 * @param offers what it answers
 * @param parameters what can be set, with the parameters of its features
 */
public record Scenario(
    String name,
    String title,
    String summary,
    List<String> features,
    List<String> optional,
    List<String> words,
    Set<Offer> offers,
    List<Parameter> parameters) {
  public Scenario {
    features = List.copyOf(features);
    optional = List.copyOf(optional);
    words = List.copyOf(words);
    offers = Set.copyOf(offers);
    parameters = List.copyOf(parameters);
  }
}
