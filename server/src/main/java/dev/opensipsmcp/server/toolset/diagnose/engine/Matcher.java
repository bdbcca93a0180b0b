package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells which task an operator's words are about. A word counts the more, the fewer tasks have it;
 * a task fits as well as the closest of its phrases does.
 */
public final class Matcher {
  private static final Set<String> IDLE =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "is", "are",
          "be", "it", "its", "this", "that", "do", "does", "i", "me", "my", "we", "our", "with",
          "from", "as", "can", "you", "please", "there", "has", "have", "had", "was", "were", "am",
          "but", "so", "very", "some", "all", "why", "what", "which", "how", "when", "they", "us",
          "would", "should", "could", "if", "then", "just", "about", "get", "got");

  /** What people call the same, each by the word that stands for all of them. */
  private static final Map<String, String> SAME = same();

  /** How much nearer a task is whose every look uses something that the operator brought. */
  private static final double BROUGHT = 0.5;

  /** Below this the second may be meant as well, however far it is. */
  private static final double UNSURE = 0.35;

  /** Two that are nearer to each other than this are told both. */
  private static final double CLOSE = 0.75;

  private final List<Task> tasks;
  private final Map<String, Integer> tasksWithWord = new HashMap<>();

  /**
   * How well a task fits.
   *
   * @param task the task
   * @param fit from 0 to 1; 1 when the words are one of its phrases
   */
  public record Match(Task task, double fit) {

    /** {@return how sure the match is by itself} */
    public String label() {
      return fit >= 0.6 ? "high" : fit >= 0.35 ? "medium" : "low";
    }
  }

  /**
   * A matcher.
   *
   * @param tasks what can be meant
   */
  public Matcher(List<Task> tasks) {
    this.tasks = List.copyOf(tasks);
    for (Task task : tasks) {
      Set<String> words = new HashSet<>();
      task.symptoms().forEach(phrase -> words.addAll(words(phrase)));
      words.forEach(word -> tasksWithWord.merge(word, 1, Integer::sum));
    }
  }

  /**
   * {@return the tasks that share words with the symptom, best first, where those are nearer that
   * look at what the operator brought: a capture, a configuration, a user, a number}
   *
   * @param symptom the words
   * @param question what came with them
   */
  public List<Match> match(String symptom, Question question) {
    Question bare = new Question(new Arguments(new JsonObject()), question.now());
    return match(symptom).stream()
        .map(match -> new Match(match.task(), nearer(match, used(match.task(), bare, question))))
        .sorted(Comparator.comparingDouble(Match::fit).reversed())
        .toList();
  }

  private static double nearer(Match match, double used) {
    return match.fit() == 1 ? 1 : Math.min(0.99, match.fit() * (1 + BROUGHT * used));
  }

  /** The share of a task's looks that would have nothing to look at without what was brought. */
  private static double used(Task task, Question bare, Question question) {
    long used =
        task.looks().stream()
            .filter(look -> !looks(look.way().apply(bare)) && looks(look.way().apply(question)))
            .count();
    return (double) used / task.looks().size();
  }

  private static boolean looks(Way way) {
    return switch (way) {
      case Way.Missing _, Way.Idle _ -> false;
      case Way.Tool _, Way.Statistics _, Way.Contacts _, Way.Growth _, Way.Call _, Way.Given _ ->
          true;
    };
  }

  /** {@return the tasks that share words with the symptom, best first} */
  public List<Match> match(String symptom) {
    Set<String> said = words(symptom);
    List<Match> matches = new ArrayList<>();
    for (Task task : tasks) {
      double best = 0;
      Set<String> every = new HashSet<>();
      for (String phrase : task.symptoms()) {
        Set<String> words = words(phrase);
        every.addAll(words);
        best = Math.max(best, fit(said, words));
      }
      double spread = fit(said, every) * 0.2 + covered(said, every) * 0.3 + best * 0.5;
      double fit = Math.max(best, Math.min(0.99, spread));
      if (fit > 0) {
        matches.add(new Match(task, fit));
      }
    }
    matches.sort(Comparator.comparingDouble(Match::fit).reversed());
    return matches;
  }

  /** {@return those that fit nearly as well as the first; the next ones where none fits well} */
  public static List<Match> alternatives(List<Match> matches) {
    return matches.stream()
        .skip(1)
        .filter(match ->
            matches.getFirst().fit() < UNSURE || match.fit() >= CLOSE * matches.getFirst().fit())
        .limit(3)
        .toList();
  }

  /** The Dice coefficient of two sets of words, weighted by how rare they are. */
  private double fit(Set<String> said, Set<String> phrase) {
    double both = weight(said) + weight(phrase);
    return both == 0 ? 0 : 2 * shared(said, phrase) / both;
  }

  private double covered(Set<String> said, Set<String> words) {
    double all = weight(said);
    return all == 0 ? 0 : shared(said, words) / all;
  }

  private double shared(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).mapToDouble(this::weight).sum();
  }

  private double weight(Set<String> words) {
    return words.stream().mapToDouble(this::weight).sum();
  }

  /** A word that no task has still tells that the phrase is about something else, a little. */
  private double weight(String word) {
    int with = tasksWithWord.getOrDefault(word, 0);
    return with == 0 ? 0.5 : Math.log(1 + (double) tasks.size() / with);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}]+", -1)) {
      if (!word.isEmpty() && !IDLE.contains(word)) {
        words.add(SAME.getOrDefault(stem(word), stem(word)));
      }
    }
    return words;
  }

  /** Cuts the commonest English endings, so that {@code drops} and {@code dropping} meet. */
  private static String stem(String word) {
    String stem = word;
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int length = stem.length();
    if (length > 3
        && stem.charAt(length - 1) == stem.charAt(length - 2)
        && !stem.endsWith("ss")
        && !stem.endsWith("ll")) {
      stem = stem.substring(0, length - 1);
    }
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static Map<String, String> same() {
    Map<String, String> same = new HashMap<>();
    for (String words :
        List.of(
            "phone handset softphone telephone headset deskphone",
            "carrier provider telco supplier itsp operator",
            "memory ram",
            "cpu processor",
            "config configuration cfg script",
            "audio sound voice speech",
            "silent silence quiet mute",
            "server machine box host appliance",
            "service daemon process",
            "restart reboot",
            "start launch boot",
            "dead died dies killed",
            "alive running healthy",
            "drop cut disconnect interrupt",
            "dial dialling ring",
            "slow sluggish laggy ages",
            "ghost zombie phantom stale",
            "attack attacker hacker bot intruder",
            "duration length",
            "zero 0 nothing",
            "certificate cert",
            "upgrade update migrate",
            "customer client subscriber user people caller agent",
            "balancer dispatcher",
            "destination target backend member",
            "error failure fail",
            "record entry",
            "register registration login signin",
            "second seconds moment")) {
      List<String> all = List.of(words.split(" ", -1));
      all.forEach(word -> same.put(stem(word), stem(all.getFirst())));
    }
    return Map.copyOf(same);
  }
}
