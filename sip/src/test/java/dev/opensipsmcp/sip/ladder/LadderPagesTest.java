package dev.opensipsmcp.sip.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the documentation are what the code draws; -Dreference.write=true writes them.
 */
class LadderPagesTest {
  private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

  @Test
  void thePicturesOfTheDocumentationAreTheOnesThatTheCodeDraws() throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = DOCS.resolve("images").resolve(file.getKey());
      if (Boolean.getBoolean("reference.write")) {
        Files.writeString(path, file.getValue());
      }
      assertThat(path).exists();
      assertThat(Files.readString(path)).isEqualTo(file.getValue());
    }
  }

  @Test
  void thePageShowsEachOfThem() throws IOException {
    Path file = DOCS.resolve("ladders.md");
    String page = Files.readString(file);
    String text = LadderRenderers.text(Samples.ladder(Samples.noAck()), TextStyle.DEFAULT);
    String mermaid = LadderRenderers.mermaid(Samples.ladder(Samples.twoParties()));
    String written = block(block(page, "text", text), "mermaid", mermaid);
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(file, written);
      page = written;
    }
    assertThat(page).isEqualTo(written);
    for (String name : Samples.names()) {
      assertThat(page).contains("images/ladder-" + name + ".svg");
    }
  }

  /** The page with a block of that language that holds this. */
  private static String block(String page, String language, String content) {
    String begin = "```" + language + "\n";
    int from = page.indexOf(begin) + begin.length();
    return page.substring(0, from) + content + page.substring(page.indexOf("```", from));
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    Samples.all()
        .forEach((name, sample) -> {
          Ladder ladder = Samples.ladder(sample);
          files.put("ladder-" + name + ".svg", LadderRenderers.svg(ladder));
          files.put("ladder-" + name + ".txt", LadderRenderers.text(ladder, TextStyle.DEFAULT));
        });
    return files;
  }
}
