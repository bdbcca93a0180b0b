package dev.opensipsmcp.cfg.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorpusTest {
  @Test
  void itIsLargeEnoughToProveSomething() {
    assertThat(Corpus.accepted()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Corpus.rejected()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void whatAServerAcceptsIsReadWithoutAFault() {
    for (Corpus.Entry entry : Corpus.accepted()) {
      if (entry.verdicts().values().stream().anyMatch(Corpus.Verdict::accepted)) {
        assertThat(Parser.parse(entry.text()).faults()).as("%s", entry).isEmpty();
      }
    }
  }

  /**
   * After a wanted change to a scenario, {@code -Dcorpus.write=true} writes its files anew. Their
   * verdicts are then of the former text and must be taken again.
   */
  @Test
  void theScenariosOfTheCorpusAreWhatTheBuilderBuilds() throws IOException {
    for (Scenario scenario : Scenarios.all()) {
      for (Version version : Version.values()) {
        if (!version.operable()) {
          continue;
        }
        Path file =
            Corpus.FOLDER.resolve("scenario/" + scenario.name() + "-" + version.label() + ".cfg");
        BuildResult.Built built =
            (BuildResult.Built) CfgBuilder.build(scenario, version, Map.of(), Set.of());
        if (Boolean.getBoolean("corpus.write")) {
          Files.createDirectories(file.getParent());
          Files.writeString(file, built.text());
        }
        assertThat(file).exists();
        assertThat(Files.readString(file)).as("%s", file).isEqualTo(built.text());
      }
    }
  }
}
