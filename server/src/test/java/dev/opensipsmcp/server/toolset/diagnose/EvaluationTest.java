package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.task.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who knows nothing but the operator's words finds the evidence, with few calls and little
 * to read. With {@code -Dreference.write=true} the table in docs/evaluation.md is written; since
 * times make answers a little longer or shorter, only its questions are held against the data.
 */
class EvaluationTest {
  private static final Path PAGE = Path.of("..", "docs", "evaluation.md").normalize();
  private static final String BEGIN = "<!-- walks: written by EvaluationTest -->\n";
  private static final String END = "<!-- end of walks -->\n";

  @TempDir Path directory;

  /**
   * A question.
   *
   * @param task what it is about
   * @param half whether the search was tuned with it, or it was held out
   * @param words what the operator says
   */
  private record Inquiry(String task, String half, String words) {}

  @Test
  void everyTaskIsAskedInSeveralWays() throws IOException {
    List<Inquiry> all = inquiries();
    for (Task task : Tasks.ALL) {
      assertThat(all)
          .filteredOn(one -> one.task().equals(task.id()))
          .as(task.id())
          .hasSizeGreaterThanOrEqualTo(7)
          .extracting(Inquiry::half)
          .contains("tuned", "held out");
    }
  }

  @Test
  void everyQuestionLeadsToTheEvidence() throws IOException {
    List<String> beyond = new ArrayList<>();
    StringBuilder table =
        new StringBuilder(
            "\n| task | asked | | calls | tokens | tools |\n|---|---|---|---|---|---|\n");
    for (Inquiry one : inquiries()) {
      Newcomer.Walk walk = walk(one);
      String row =
          "| `%s` | %s | %s | %d | %d | %s |%n"
              .formatted(
                  one.task(),
                  one.words(),
                  one.half(),
                  walk.steps().size(),
                  walk.tokens(),
                  String.join(", ", walk.steps()));
      table.append(row);
      if (!walk.arrived()
          || walk.steps().size() > Newcomer.CALLS
          || walk.tokens() > Newcomer.TOKENS) {
        beyond.add(row);
      }
    }
    write(table.append('\n').toString());
    assertThat(beyond).isEmpty();
  }

  @Test
  void thePageHasEveryQuestion() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(inquiries())
        .allMatch(one -> page.contains("| `" + one.task() + "` | " + one.words() + " |"));
  }

  private Newcomer.Walk walk(Inquiry one) {
    Scene scene = Scene.of(one.task());
    Map<String, String> said = new HashMap<>(scene.said());
    said.put("question", one.words());
    Path state = directory.resolve(Integer.toHexString(one.hashCode()));
    try (Door door = new Door(scene.on(), state)) {
      return Newcomer.walk(door, said, answer -> scene.evidence().matcher(answer).find());
    }
  }

  private static void write(String table) throws IOException {
    if (Boolean.getBoolean("reference.write")) {
      String page = Files.readString(PAGE);
      int begin = page.indexOf(BEGIN) + BEGIN.length();
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(page.indexOf(END)));
    }
  }

  private static List<Inquiry> inquiries() throws IOException {
    try (InputStream in = EvaluationTest.class.getResourceAsStream("questions.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> List.of(line.split(" \\| ", 3)))
          .map(parts -> new Inquiry(parts.get(0), parts.get(1), parts.get(2)))
          .toList();
    }
  }
}
