package dev.opensipsmcp.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The book of prompts has what the earlier server had, and its steps lean on what is asked for. */
class PromptBookTest {
  /** The kinds of prompts that the earlier server had, 22 prompts in all. */
  private static final List<String> EARLIER_KINDS =
      List.of("config", "ecosystem", "educational", "migration", "security", "sip", "troubleshoot");

  private static final int EARLIER_PROMPTS = 22;

  @Test
  void everyKindOfTheEarlierServerIsThere() {
    Map<String, Long> kinds =
        PromptBook.all().stream()
            .collect(Collectors.groupingBy(Prompt::group, Collectors.counting()));

    assertThat(kinds).containsOnlyKeys(EARLIER_KINDS);
    assertThat(kinds.values().stream().mapToLong(count -> count).sum())
        .isGreaterThanOrEqualTo(EARLIER_PROMPTS);
  }

  @Test
  void aStepThatNeedsAnArgumentNamesOneOfItsPrompt() {
    for (Prompt prompt : PromptBook.all()) {
      List<String> arguments = prompt.arguments().stream().map(Prompt.Argument::name).toList();
      for (Prompt.Step step : prompt.steps()) {
        assertThat(arguments).as(prompt.name() + ": " + step).containsAll(step.needs());
      }
    }
  }

  @Test
  void aStepThatNeedsTwoArgumentsWaitsForBoth() {
    Prompt prompt =
        PromptBook.all().stream()
            .filter(it -> it.name().equals("compare_releases"))
            .findFirst()
            .orElseThrow();
    Function<Map<String, String>, List<String>> calls =
        given -> prompt.plan(given).stream().map(Prompt.Call::tool).toList();

    assertThat(calls.apply(Map.of("after", "a.json"))).doesNotContain("snapshot_diff");
    assertThat(calls.apply(Map.of("before", "b.json", "after", "a.json")))
        .contains("snapshot_diff");
  }
}
