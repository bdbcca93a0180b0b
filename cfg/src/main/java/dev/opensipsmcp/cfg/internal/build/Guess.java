package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.Parameter;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.cfg.build.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ranks scenarios by the words they share with a description. A word counts the more, the fewer
 * scenarios have it.
 */
public final class Guess {
  private static final int MOST_CHARACTERS = 4_000;
  private static final int MOST_SUGGESTIONS = 5;
  private static final Pattern RATE =
      Pattern.compile(
          "(\\d{1,6})\\s*(?:new\\s+)?(?:cps\\b|calls?\\s*(?:per|a|an|each|/)\\s*s)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CALLS =
      Pattern.compile(
          "(\\d{1,6})\\s*(?:concurrent\\s+|simultaneous\\s+|parallel\\s+)?(?:calls|channels|lines)\\b"
              + "(?!\\s*(?:per|a|an|each|/)\\s*s)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOMAIN =
      Pattern.compile("\\b(?:domain|realm)\\s+(?:is\\s+)?([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");
  private static final Pattern GATEWAY =
      Pattern.compile("\\b(?:gateway|carrier|provider)\\s+(?:is\\s+|at\\s+)?(sips?:[^\\s,;]+)");

  private Guess() {}

  /** {@return the scenarios that a description speaks for, best first} */
  public static List<Suggestion> of(String description) {
    String text =
        description.length() > MOST_CHARACTERS
            ? description.substring(0, MOST_CHARACTERS)
            : description;
    Set<String> said = words(text);
    Map<String, Integer> spread = new LinkedHashMap<>();
    for (Scenario scenario : Scenarios.all()) {
      known(scenario).forEach(word -> spread.merge(word, 1, Integer::sum));
    }
    record Scored(Scenario scenario, double score, List<String> matched) {}
    List<Scored> scored = new ArrayList<>();
    double best = 0;
    for (Scenario scenario : Scenarios.all()) {
      List<String> matched = new ArrayList<>();
      double score = 0;
      for (String word : known(scenario)) {
        if (said.contains(word)) {
          matched.add(word);
          score += 1.0 / spread.getOrDefault(word, 1);
        }
      }
      if (score > 0) {
        scored.add(new Scored(scenario, score + matched.size() * 0.25, matched));
        best = Math.max(best, score + matched.size() * 0.25);
      }
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    List<Suggestion> suggestions = new ArrayList<>();
    for (Scored one : scored.subList(0, Math.min(MOST_SUGGESTIONS, scored.size()))) {
      int percent = Math.max(1, (int) Math.round(100 * one.score() / best));
      suggestions.add(suggestion(one.scenario(), percent, one.matched(), said, text));
    }
    return suggestions;
  }

  private static Suggestion suggestion(
      Scenario scenario, int percent, List<String> matched, Set<String> said, String text) {
    Set<String> features = new LinkedHashSet<>();
    for (List<String> hint : Library.table("hints.txt")) {
      if (said.contains(hint.get(0)) && scenario.optional().contains(hint.get(1))) {
        features.add(hint.get(1));
      }
    }
    List<Parameter> parameters = Scenarios.parameters(scenario, features);
    Map<String, String> given = new LinkedHashMap<>();
    find(RATE, text, "calls-per-second", parameters, given);
    find(CALLS, text, "max-calls", parameters, given);
    find(DOMAIN, text, "domain", parameters, given);
    find(GATEWAY, text, "gateway", parameters, given);
    List<Suggestion.Question> questions = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter.important() && !given.containsKey(parameter.name())) {
        questions.add(
            new Suggestion.Question(
                parameter,
                "%s: %s? (%s; without an answer %s)"
                    .formatted(
                        parameter.name(),
                        parameter.description(),
                        parameter.kind().form(),
                        parameter.defaultValue())));
      }
    }
    return new Suggestion(scenario, percent, matched, features, given, questions);
  }

  private static void find(
      Pattern pattern,
      String text,
      String name,
      List<Parameter> parameters,
      Map<String, String> given) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return;
    }
    String value = matcher.group(1);
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name) && parameter.kind().problem(value).isEmpty()) {
        given.put(name, value);
      }
    }
  }

  private static Set<String> known(Scenario scenario) {
    return new LinkedHashSet<>(scenario.words());
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9-]+", -1)) {
      words.add(word);
      for (String part : word.split("-", -1)) {
        words.add(part);
      }
      // a plural counts as its singular too
      if (word.endsWith("s") && word.length() > 3) {
        words.add(word.substring(0, word.length() - 1));
      }
    }
    words.remove("");
    return words;
  }
}
