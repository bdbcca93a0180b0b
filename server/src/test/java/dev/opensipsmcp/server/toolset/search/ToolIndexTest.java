package dev.opensipsmcp.server.toolset.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolsets;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ToolIndexTest {

  /** A prompt in a person's words and the tool that it should lead to. */
  private record Prompt(String text, String tool) {}

  @Test
  void nineteenOfTwentyPromptsLeadToTheirToolAmongTheFirstThree() {
    leadToTheirTools(prompts());
  }

  @Test
  void soDoTheToolsOwnExamples() {
    List<Prompt> examples = new ArrayList<>();
    for (Tool tool : AllTools.tools()) {
      tool.examples().forEach(example -> examples.add(new Prompt(example, tool.name())));
    }
    leadToTheirTools(examples);
  }

  private static void leadToTheirTools(List<Prompt> prompts) {
    ToolIndex index = new ToolIndex(AllTools.tools(), AllTools.topics());
    List<String> missed = new ArrayList<>();
    for (Prompt prompt : prompts) {
      List<String> first =
          index.search(prompt.text()).stream().limit(3).map(hit -> hit.tool().name()).toList();
      if (!first.contains(prompt.tool())) {
        missed.add(prompt.text() + " -> " + prompt.tool() + ", found " + first);
      }
    }
    assertThat(missed)
        .as("of %d prompts", prompts.size())
        .hasSizeLessThanOrEqualTo(prompts.size() / 20);
  }

  @Test
  void everyToolHasThreePromptsThatAreNotItsOwnExamples() {
    Map<String, Integer> count = new HashMap<>();
    prompts().forEach(prompt -> count.merge(prompt.tool(), 1, Integer::sum));
    for (Tool tool : AllTools.tools()) {
      assertThat(count.getOrDefault(tool.name(), 0)).as(tool.name()).isGreaterThanOrEqualTo(3);
      assertThat(tool.examples()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(prompts()).noneMatch(prompt -> tool.examples().contains(prompt.text()));
    }
  }

  @Test
  void aQuestionLeadsToAToolThatReads() {
    assertThat(first("which speed dials has alice?").demand().risk()).isEqualTo(Risk.READ);
    assertThat(first("Which dispatcher destinations are stored?").demand().risk())
        .isEqualTo(Risk.READ);
  }

  @Test
  void whatPeopleSayForAVerbLeadsToTheToolThatHasIt() {
    assertThat(first("add a speed dial").name()).isEqualTo("speed_dial_create");
    assertThat(first("change a speed dial").name()).isEqualTo("speed_dial_update");
    assertThat(first("remove a speed dial").name()).isEqualTo("speed_dial_delete");
  }

  private static Tool first(String query) {
    return new ToolIndex(AllTools.tools(), AllTools.topics()).search(query).getFirst().tool();
  }

  @Test
  void wordsThatNoToolHasFindNothing() {
    assertThat(new ToolIndex(AllTools.tools(), AllTools.topics()).search("zebra quagga")).isEmpty();
    assertThat(new ToolIndex(AllTools.tools(), AllTools.topics()).search("")).isEmpty();
  }

  /** Each toolset has its file, a line per prompt: {@code tool: what an operator says}. */
  private static List<Prompt> prompts() {
    List<Prompt> prompts = new ArrayList<>();
    for (String toolset : Toolsets.NAMES) {
      try (InputStream in =
          ToolIndexTest.class.getResourceAsStream("prompts/" + toolset + ".txt")) {
        String text =
            new String(Objects.requireNonNull(in, toolset).readAllBytes(), StandardCharsets.UTF_8);
        text.lines()
            .filter(line -> !line.isBlank())
            .map(line -> new Prompt(line.split(": ", 2)[1], line.split(": ", 2)[0]))
            .forEach(prompts::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return prompts;
  }
}
