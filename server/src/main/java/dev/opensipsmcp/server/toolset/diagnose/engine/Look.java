package dev.opensipsmcp.server.toolset.diagnose.engine;

import java.util.List;
import java.util.function.Function;

/**
 * One thing that a task looks at.
 *
 * @param key what the task's rules call it
 * @param what what it is, for people
 * @param way how to look, for this question
 */
public record Look(String key, String what, Function<Question, Way> way) {

  /** {@return a look through a tool that needs nothing of the question} */
  public static Look tool(String key, String what, String tool, Object... pairs) {
    return new Look(key, what, _ -> new Way.Tool(tool, Move.arguments(pairs)));
  }

  /** {@return a look at statistics; a name that ends with a colon stands for its group} */
  public static Look statistics(String key, String what, String... names) {
    return new Look(key, what, _ -> new Way.Statistics(List.of(names)));
  }

  /** {@return a look through a tool that needs an argument of the question} */
  public static Look with(
      String key, String what, String argument, String next, Function<String, Way> way) {
    return new Look(
        key,
        what,
        question ->
            question
                .given(argument)
                .map(way)
                .orElseGet(() -> new Way.Missing(argument + " was not given.", next)));
  }
}
