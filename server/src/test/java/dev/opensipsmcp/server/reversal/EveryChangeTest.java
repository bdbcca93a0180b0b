package dev.opensipsmcp.server.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.journal.ChangeRecord;
import dev.opensipsmcp.server.tool.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** For every tool that changes something: what it did is seen by reading, and goes away again. */
class EveryChangeTest {
  @TempDir Path directory;

  @Test
  void everyToolThatChangesSomethingHasASample() {
    Set<String> sampled = Sample.all().stream().map(Sample::tool).collect(Collectors.toSet());

    assertThat(Sample.changing()).extracting(Tool::name).isSubsetOf(sampled);
    assertThat(sampled)
        .isSubsetOf(Sample.changing().stream().map(Tool::name).collect(Collectors.toSet()));
  }

  @TestFactory
  Stream<DynamicTest> isSeenAndTakenBack() {
    return Sample.all().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> seenAndTakenBack(sample)));
  }

  private void seenAndTakenBack(Sample sample) throws IOException {
    Path state = directory.resolve(Integer.toHexString(sample.hashCode()));
    try (Stage stage = new Stage(sample.version(), sample.features(), state)) {
      sample.first().forEach(call -> done(stage.call(call)));
      Map<String, JsonElement> before = seen(stage, sample);

      JsonObject result = done(stage.call(sample.call()));

      assertThat(result.has("change_id"))
          .as("can be taken back: %s", result)
          .isEqualTo(sample.irreversible().isEmpty());
      if (sample.irreversible().isPresent()) {
        assertThat(seen(stage, sample)).as("what reads show").isNotEqualTo(before);
      } else {
        String id = result.get("change_id").getAsString();
        ChangeRecord change = stage.journal.find(id).orElseThrow();
        assertThat(change.after()).as("state afterwards").isPresent();
        assertThat(change.after().get()).isNotEqualTo(change.restore().before());

        done(stage.revert(id));

        assertThat(seen(stage, sample)).as("what reads show").isEqualTo(before);
      }
    }
  }

  /** What commands show; of a change that none shows, what the lab shows instead. */
  private static Map<String, JsonElement> seen(Stage stage, Sample sample) {
    if (sample.lab().isPresent()) {
      return Map.of("lab", new JsonPrimitive(sample.lab().get().now(stage)));
    }
    Map<String, JsonElement> seen = stage.seen();
    sample.shows().ifPresent(read -> seen.put(read.toString(), done(stage.call(read)).get("data")));
    return seen;
  }

  private static JsonObject done(GateReply reply) {
    assertThat(reply).isInstanceOf(GateReply.Done.class);
    return ((GateReply.Done) reply).envelope();
  }
}
