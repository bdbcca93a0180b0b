package dev.opensipsmcp.sip.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pictures of the documentation are what the code draws; -Dreference.write=true writes them. */
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
    String page = Files.readString(DOCS.resolve("ladders.md"));
    for (String name : Samples.names()) {
      assertThat(page).contains("images/ladder-" + name + ".svg");
    }
    String text = LadderRenderers.text(Samples.ladder(Samples.noAck()), TextStyle.DEFAULT);
    assertThat(page).contains(text);
    assertThat(page).contains(LadderRenderers.mermaid(Samples.ladder(Samples.twoParties())));
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    Samples.all()
        .forEach(
            (name, sample) -> {
              Ladder ladder = Samples.ladder(sample);
              files.put("ladder-" + name + ".svg", LadderRenderers.svg(ladder));
              files.put("ladder-" + name + ".txt", LadderRenderers.text(ladder, TextStyle.DEFAULT));
            });
    return files;
  }
}
