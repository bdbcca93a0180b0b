package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends the node what real servers were sent, in the same order, and compares: the status line, the
 * headers, errors word by word, and the shape of results.
 */
class FidelityTest {
  private static final int ANSWERED_MILLIS = 5000;
  private static final int ENDLESS_MILLIS = 150;

  /** Modules that this node does not have print more into the context of a dialog. */
  private static final String OF_OTHER_MODULES = ".context.qos_negotiated_sdp";

  /** Commands of modules that the recorded servers did not have; the node lists them last. */
  static final Set<String> UNBUILT =
      Set.of(
          "bdb_reload",
          "fd_log_level",
          "pi_reload_tbls_and_cmds",
          "watch",
          "aaa_diameter:fd_log_level",
          "db_berkeley:reload",
          "lua:watch",
          "opentelemetry:enable",
          "pi_http:reload_tbls_and_cmds");

  /** What the recorded servers had no case of, but print by their source, or when asked later. */
  private static final Set<String> UNRECORDED =
      Set.of(
          "$.Dialogs[].context.values[].*:number",
          "$.Domains[].AORs[].Contacts[].Expires:string",
          "$.Domains[].AORs[].Contacts[].Received:string");

  private final List<LabNode> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(LabNode::close);
  }

  @TestFactory
  Stream<DynamicTest> answersAs36() throws IOException {
    return replay(Version.V3_6, 230);
  }

  @TestFactory
  Stream<DynamicTest> answersAs40() throws IOException {
    return replay(Version.V4_0, 239);
  }

  private Stream<DynamicTest> replay(Version version, int count) throws IOException {
    LabNode node = LabNode.start(version);
    nodes.add(node);
    List<RecordedExchange> exchanges = RecordedExchange.of(version.label());
    assertThat(exchanges).hasSize(count);
    Marks marks = Marks.of(node);
    return exchanges.stream()
        .map(exchange ->
            DynamicTest.dynamicTest(exchange.title(), () -> compare(node, exchange, marks)));
  }

  private static void compare(LabNode node, RecordedExchange exchange, Marks marks) {
    int patience = exchange.endless() ? ENDLESS_MILLIS : ANSWERED_MILLIS;
    Wire.Seen seen = Wire.send(node, exchange.request(marks.fill(exchange.text("body"))), patience);

    assertThat(seen.statusLine()).isEqualTo(exchange.text("status"));
    assertThat(seen.timedOut()).as("held back").isEqualTo(exchange.endless());
    assertThat(headers(seen)).isEqualTo(exchange.answerHeaders());
    String answer = exchange.text("answer");
    if (answer.startsWith("{")) {
      compare(
          exchange,
          JsonParser.parseString(answer).getAsJsonObject(),
          seen.json().getAsJsonObject());
    } else {
      assertThat(seen.body()).isEqualTo(answer);
    }
  }

  private static List<String> headers(Wire.Seen seen) {
    return seen.head()
        .lines()
        .skip(1)
        .filter(line -> !line.startsWith("Date:") && !line.startsWith("Content-Length:"))
        .toList();
  }

  static void compare(RecordedExchange exchange, JsonObject recorded, JsonObject seen) {
    assertThat(seen.get("id")).isEqualTo(recorded.get("id"));
    assertThat(seen.keySet()).containsExactlyElementsOf(recorded.keySet());
    if (recorded.has("error")) {
      if (!UNBUILT.contains(exchange.text("command"))) {
        compareErrors(recorded.getAsJsonObject("error"), seen.getAsJsonObject("error"));
      }
    } else if (isNames(recorded.get("result"))) {
      assertThat(withoutUnbuilt(texts(seen.get("result"))))
          .isEqualTo(texts(recorded.get("result")));
    } else {
      compareShapes(exchange, recorded.get("result"), seen.get("result"));
    }
  }

  private static void compareErrors(JsonObject recorded, JsonObject seen) {
    if (recorded.get("code").getAsInt() == -32001) {
      assertThat(seen.keySet()).isEqualTo(recorded.keySet());
      assertThat(seen.get("message")).isEqualTo(recorded.get("message"));
      assertThat(withoutUnbuilt(candidates(seen))).isEqualTo(candidates(recorded));
    } else {
      assertThat(seen).isEqualTo(recorded);
    }
  }

  private static List<String> candidates(JsonObject error) {
    String data = error.get("data").getAsString();
    assertThat(data).startsWith("supported names: ");
    return Arrays.asList(data.substring("supported names: ".length()).split(", "));
  }

  private static List<String> withoutUnbuilt(List<String> names) {
    return names.stream().filter(name -> !UNBUILT.contains(name)).toList();
  }

  private static boolean isNames(JsonElement result) {
    return result instanceof JsonArray array && array.size() > 30 && array.get(0).isJsonPrimitive();
  }

  private static List<String> texts(JsonElement array) {
    return array.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  private static void compareShapes(
      RecordedExchange exchange, JsonElement recorded, JsonElement seen) {
    Set<String> missing = Shape.of(recorded).beyond(Shape.of(seen));
    missing.removeIf(path -> path.contains(OF_OTHER_MODULES));
    if (statisticsOfOtherModules(exchange)) {
      assertThat(missing)
          .as("statistics")
          .allMatch(path -> path.indexOf(':') != path.lastIndexOf(':'));
    } else {
      assertThat(missing).as("missing").isEmpty();
    }
    Set<String> more = Shape.of(seen).beyond(Shape.of(recorded));
    more.removeAll(UNRECORDED);
    assertThat(more).as("more than recorded").isEmpty();
    if (recorded.isJsonPrimitive()) {
      assertThat(seen).isEqualTo(recorded);
    }
  }

  private static boolean statisticsOfOtherModules(RecordedExchange exchange) {
    String command = exchange.text("command");
    boolean statistics = command.endsWith("_statistics") || command.startsWith("statistics:");
    return statistics && Set.of("all", "no params", "mixed").contains(exchange.text("case"));
  }
}
