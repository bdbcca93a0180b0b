package dev.opensipsmcp.server.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.gate.GateReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever was changed and taken back in whatever order: at last the node is as it was. */
class ReversalProperties {
  private static Path directory = Path.of("");

  @BeforeContainer
  static void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("reversal");
  }

  @AfterContainer
  static void removeDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(ReversalProperties::remove);
    }
  }

  private static void remove(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 60)
  void changesAndRevertsInAnyOrderEndWhereTheyBegan(
      @ForAll @Size(max = 12) List<@IntRange(min = -4, max = 200) Integer> steps)
      throws IOException {
    List<Sample> samples = Sample.reversible();
    try (Stage stage = new Stage(Version.V3_6, Files.createTempDirectory(directory, "try"))) {
      Map<String, JsonElement> start = stage.seen();
      List<String> standing = new ArrayList<>();
      for (int step : steps) {
        if (step >= 0) {
          // A change may be refused because an earlier one took its target away.
          change(stage, samples.get(step % samples.size())).ifPresent(standing::add);
        } else if (-step <= standing.size()) {
          String chosen = standing.get(standing.size() + step);
          if (stage.revert(chosen) instanceof GateReply.Done) {
            standing.remove(chosen);
          }
        }
      }
      takeAllBack(stage, standing);
      assertThat(stage.seen()).isEqualTo(start);
    }
  }

  private static Optional<String> change(Stage stage, Sample sample) {
    return stage.call(sample.call()) instanceof GateReply.Done(var envelope, var _)
            && envelope.has("change_id")
        ? Optional.of(envelope.get("change_id").getAsString())
        : Optional.empty();
  }

  /** The last first; one that is refused may go through once another is taken back. */
  private static void takeAllBack(Stage stage, List<String> standing) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (String change : List.copyOf(standing).reversed()) {
        if (stage.revert(change) instanceof GateReply.Done) {
          standing.remove(change);
          moved = true;
        }
      }
    }
  }
}
