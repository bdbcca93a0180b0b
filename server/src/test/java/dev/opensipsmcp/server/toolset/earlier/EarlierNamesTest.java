package dev.opensipsmcp.server.toolset.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The earlier server's tools over MI are here under their names, with their arguments. */
class EarlierNamesTest {

  @TestFactory
  Stream<DynamicTest> everyEarlierCallIsUnderstood() throws IOException {
    return lines("tools.txt").stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> understood(line)));
  }

  private static void understood(String line) {
    List<String> words = List.of(line.split(" ", -1));
    Optional<Tool> tool = find(words.getFirst());
    assertThat(tool).as(words.getFirst()).isPresent();
    assertThat(SharedParameters.of(tool.get()).properties())
        .extracting(Schema.Property::name)
        .containsAll(words.subList(1, words.size()));
  }

  @Test
  void argumentsThatNeverMeantAnythingAreNotTaken() throws IOException {
    for (String line : lines("arguments.txt")) {
      List<String> words = List.of(line.split(" ", -1));
      assertThat(SharedParameters.of(find(words.get(0)).orElseThrow()).properties())
          .as(line)
          .extracting(Schema.Property::name)
          .doesNotContain(words.get(1));
    }
  }

  @Test
  void whatNeverWorkedIsNotHere() throws IOException {
    for (String line : lines("gone.txt")) {
      String name = line.substring(0, line.indexOf(' '));
      assertThat(find(name)).as(line).isEmpty();
    }
  }

  private static Optional<Tool> find(String name) {
    return AllTools.tools().stream()
        .filter(tool -> tool.name().equals(name) || tool.aliases().contains(name))
        .findFirst();
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = EarlierNamesTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
