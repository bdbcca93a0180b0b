package dev.opensipsmcp.server.toolset.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.Toolsets;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the committed reference pages and the committed definitions against the tools. After a
 * wanted change, {@code mvn -pl server -am test -Dtest=ReferenceTest -Dreference.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false} writes them anew; the change then belongs into the
 * changelog too.
 */
class ReferenceTest {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Path LIST = Path.of("..", "docs", "reference", "tools.md");
  private static final Path PAGES = Path.of("..", "docs", "reference", "tools");
  private static final Path DEFINITIONS =
      Path.of("src/test/resources/dev/opensipsmcp/server/toolset/render");

  @Test
  void theListIsWhatTheToolsSay() throws IOException {
    hold(LIST, ReferenceIndex.of(AllTools.toolsets(), Toolsets.parse("default")));
  }

  @Test
  void everyToolHasItsPageAndNoPageIsLeftOver() throws IOException {
    for (Tool tool : AllTools.tools()) {
      hold(PAGES.resolve(tool.name() + ".md"), ReferencePage.of(tool));
    }
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              AllTools.tools().stream().map(tool -> tool.name() + ".md").toList());
    }
  }

  @Test
  void theDefinitionsAreAsCommitted() throws IOException {
    for (Toolset toolset : AllTools.toolsets()) {
      JsonArray definitions = new JsonArray();
      toolset.tools().forEach(tool -> definitions.add(Definition.of(tool)));
      hold(DEFINITIONS.resolve(toolset.name() + ".json"), PRETTY.toJson(definitions) + "\n");
    }
  }

  static void hold(Path file, String now) throws IOException {
    if (Boolean.getBoolean("reference.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, now);
    }
    assertThat(file).exists();
    assertThat(Files.readString(file)).as("%s, see the test's comment", file).isEqualTo(now);
  }
}
